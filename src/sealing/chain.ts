import { type Bytes, concat } from '../wire/bytes.ts'
import { sha256 } from './primitives.ts'

/** The head of an empty log (PROTOCOL.md R3). */
export const FIRST_HEAD: Bytes = new Uint8Array(32)

/** The head after a record: `SHA-256(head ‖ SHA-256(record))` (PROTOCOL.md R3). */
export async function nextHead(head: Bytes, record: Bytes): Promise<Bytes> {
  return sha256(concat(head, await sha256(record)))
}
