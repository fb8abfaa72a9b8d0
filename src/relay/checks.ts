import { createHash, createPublicKey, timingSafeEqual, verify } from 'node:crypto'
import { toBase64url } from '../wire/base64url.ts'
import { type Bytes, equalBytes, Malformed } from '../wire/bytes.ts'
import { type Manifest, parseManifest } from '../wire/manifest.ts'
import { type RawRecord, splitRecord } from '../wire/record.ts'
import { decodeSubmission, type Submission } from '../wire/submission.ts'
import type { LinkState } from './log/recordLog.ts'

/** A submission whose layout is sound, with its manifest if it is one (docs/PROTOCOL.md L10). */
export interface Checked extends Submission {
  readonly raw: RawRecord
  readonly manifest: Manifest | null
}

/** SHA-256 of bytes. */
export const sha256 = (bytes: Uint8Array): Bytes =>
  new Uint8Array(createHash('sha256').update(bytes).digest())

/** The link whose token this is, revoked ones included. Takes the same time whichever it is, and where it is none. */
export function linkOfToken(links: readonly LinkState[], token: Bytes): LinkState | undefined {
  const digest = sha256(token)
  let found: LinkState | undefined
  for (const link of links) if (timingSafeEqual(link.digest, digest)) found = link
  return found
}

/**
 * Reads a submission for a room and checks what a relay can without any key. Throws Malformed.
 */
export function checkSubmission(bytes: Bytes, room: Bytes, id: Bytes): Checked {
  const submission = decodeSubmission(bytes)
  const raw = splitRecord(submission.record)
  if (!equalBytes(raw.header.room, room) || !equalBytes(raw.header.id, id))
    throw new Malformed('a record of another room or name than it was sent for')
  if (!equalBytes(sha256(raw.body), raw.header.digest)) throw new Malformed('a body that was altered')
  if (raw.header.kind !== 'manifest') {
    if (submission.envelopes.length > 0) throw new Malformed('envelopes without a manifest')
    return { ...submission, raw, manifest: null }
  }
  return { ...submission, raw, manifest: manifestOf(raw, room) }
}

function manifestOf(raw: RawRecord, room: Bytes): Manifest {
  const manifest = parseManifest(raw.body)
  const name = sha256(manifest.owner)
  if (!equalBytes(manifest.room, room) || !equalBytes(name.slice(0, 20), room))
    throw new Malformed("a manifest whose owner does not make the room's name")
  if (!equalBytes(raw.header.link, name.slice(0, 16))) throw new Malformed('a manifest by another link')
  if (!isSigned(raw, manifest.owner)) throw new Malformed('a manifest that its owner did not sign')
  return manifest
}

function isSigned({ headerBytes, signature }: RawRecord, owner: Bytes): boolean {
  try {
    const key = createPublicKey({
      key: { kty: 'OKP', crv: 'Ed25519', x: toBase64url(owner) },
      format: 'jwk',
    })
    return verify(null, Buffer.concat([Buffer.from('rollcall/1 record'), headerBytes]), key, signature)
  } catch {
    return false
  }
}
