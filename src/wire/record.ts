import { type Bytes, concat, Malformed, makeReader, makeWriter } from './bytes.ts'

/** Version of the record's layout (PROTOCOL.md R1). */
export const RECORD_VERSION = 1
export const HEADER_LENGTH = 179
export const SIGNATURE_LENGTH = 64
/** The part of the header that is associated data of the body. */
export const BOUND_LENGTH = 134

export const KINDS = { update: 1, snapshot: 2, manifest: 3 } as const
export type RecordKind = keyof typeof KINDS

/** What stands before a record's body, in the clear (PROTOCOL.md R1). */
export interface RecordHeader {
  readonly kind: RecordKind
  readonly room: Bytes
  /** Zeros in a manifest. */
  readonly epoch: Bytes
  readonly id: Bytes
  readonly link: Bytes
  readonly device: Bytes
  readonly counter: number
  readonly seen: number
  readonly head: Bytes
  /** Zeros in a manifest. */
  readonly iv: Bytes
  /** SHA-256 of the body. */
  readonly digest: Bytes
}

/** A record taken apart. Nothing of it is verified yet. */
export interface RawRecord {
  readonly header: RecordHeader
  /** The header's own bytes, which are what is signed and bound. */
  readonly headerBytes: Bytes
  readonly signature: Bytes
  readonly body: Bytes
}

/** The 179 bytes of a header. Throws a RangeError where a field has another length. */
export function encodeHeader(header: RecordHeader): Bytes {
  const { room, epoch, id, link, device, counter, seen, head, iv, digest } = header
  const bytes = makeWriter()
    .u8(RECORD_VERSION)
    .u8(KINDS[header.kind])
    .bytes(room)
    .bytes(epoch)
    .bytes(id)
    .bytes(link)
    .bytes(device)
    .u64(counter)
    .u64(seen)
    .bytes(head)
    .bytes(iv)
    .bytes(digest)
    .u8(0)
    .done()
  if (bytes.length !== HEADER_LENGTH) throw new RangeError(`a header of ${bytes.length} bytes`)
  return bytes
}

/** Takes a record apart by its layout. Throws Malformed where it has another one. */
export function splitRecord(record: Uint8Array): RawRecord {
  const reader = makeReader(record)
  const headerBytes = reader.bytes(HEADER_LENGTH)
  const signature = reader.bytes(SIGNATURE_LENGTH)
  return { header: decodeHeader(headerBytes), headerBytes, signature, body: reader.rest() }
}

/** A record put together from its parts. */
export const joinRecord = (headerBytes: Uint8Array, signature: Uint8Array, body: Uint8Array): Bytes =>
  concat(headerBytes, signature, body)

function decodeHeader(bytes: Uint8Array): RecordHeader {
  const reader = makeReader(bytes)
  const version = reader.u8()
  if (version !== RECORD_VERSION) throw new Malformed(`a record of version ${version}`)
  const kind = kindOf(reader.u8())
  const header = {
    kind,
    room: reader.bytes(20),
    epoch: reader.bytes(16),
    id: reader.bytes(16),
    link: reader.bytes(16),
    device: reader.bytes(16),
    counter: reader.u64(),
    seen: reader.u64(),
    head: reader.bytes(32),
    iv: reader.bytes(12),
    digest: reader.bytes(32),
  }
  if (reader.u8() !== 0) throw new Malformed('the reserved byte is set')
  reader.end()
  return header
}

function kindOf(code: number): RecordKind {
  for (const kind of Object.keys(KINDS) as RecordKind[]) if (KINDS[kind] === code) return kind
  throw new Malformed(`a record of kind ${code}`)
}
