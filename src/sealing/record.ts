import { type Bytes, equalBytes, Malformed } from '../wire/bytes.ts'
import { BOUND_LENGTH, encodeHeader, joinRecord, type RawRecord, type RecordHeader } from '../wire/record.ts'
import type { Epoch } from './envelope.ts'
import { pad, unpad } from './padding.ts'
import { aesKey, decrypt, encrypt, IV_LENGTH, random, sha256, sign, verify } from './primitives.ts'

const CONTEXT = 'rollcall/1 record'

/** What the author of a record says in its header. */
export type Authored = Pick<RecordHeader, 'room' | 'id' | 'link' | 'device' | 'counter' | 'seen' | 'head'>

/** Seals and signs an update or a snapshot (PROTOCOL.md R1, R2); `iv` is for test vectors. */
export async function sealRecord(
  kind: 'update' | 'snapshot',
  authored: Authored,
  epoch: Epoch,
  signer: CryptoKey,
  data: Bytes,
  iv = random(IV_LENGTH),
): Promise<Bytes> {
  const header = { ...authored, kind, epoch: epoch.id, iv, digest: new Uint8Array(32) }
  const bound = encodeHeader(header).slice(0, BOUND_LENGTH)
  const body = await encrypt(await aesKey(epoch.key), iv, bound, pad(data))
  return signed(header, signer, body)
}

/** Signs a manifest's record; its body is in the clear (PROTOCOL.md K5). */
export function signManifest(authored: Authored, signer: CryptoKey, body: Bytes): Promise<Bytes> {
  const nothing = { epoch: new Uint8Array(16), iv: new Uint8Array(IV_LENGTH), digest: new Uint8Array(32) }
  return signed({ ...authored, ...nothing, kind: 'manifest' }, signer, body)
}

async function signed(header: RecordHeader, signer: CryptoKey, body: Bytes): Promise<Bytes> {
  const headerBytes = encodeHeader({ ...header, digest: await sha256(body) })
  return joinRecord(headerBytes, await sign(signer, CONTEXT, headerBytes), body)
}

/**
 * Checks that a record is of this room, unaltered and signed by the key (PROTOCOL.md R2). Whether that key may write is
 * rule R4, and the caller's. Throws Malformed.
 */
export async function verifyRecord(record: RawRecord, room: Bytes, publicKey: Bytes): Promise<void> {
  const { header, headerBytes, signature, body } = record
  if (!equalBytes(header.room, room)) throw new Malformed('a record of another room')
  if (!equalBytes(await sha256(body), header.digest)) throw new Malformed('a body that was altered')
  if (!(await verify(publicKey, CONTEXT, signature, headerBytes)))
    throw new Malformed('a signature by another key')
}

/** The data of an update or snapshot that was verified. Throws Malformed where it does not open. */
export async function openRecord(record: RawRecord, epoch: Epoch): Promise<Bytes> {
  const { header, headerBytes, body } = record
  if (header.kind === 'manifest') throw new Malformed('a manifest is not sealed')
  if (!equalBytes(header.epoch, epoch.id)) throw new Malformed('a record of another epoch')
  const key = await aesKey(epoch.key)
  return unpad(await decrypt(key, header.iv, headerBytes.slice(0, BOUND_LENGTH), body))
}
