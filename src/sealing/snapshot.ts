import { type Bytes, makeReader, makeWriter } from '../wire/bytes.ts'

/** What a snapshot holds of a document (PROTOCOL.md R6). */
export interface SnapshotData {
  readonly vector: Bytes
  /** A Yjs update in the encoding V1. */
  readonly update: Bytes
}

/** The data of a snapshot record, before it is sealed. */
export const encodeSnapshot = ({ vector, update }: SnapshotData): Bytes =>
  makeWriter().u32(vector.length).bytes(vector).bytes(update).done()

/** Reads a snapshot's data. Throws Malformed. */
export function decodeSnapshot(data: Uint8Array): SnapshotData {
  const reader = makeReader(data)
  return { vector: reader.bytes(reader.u32()), update: reader.rest() }
}
