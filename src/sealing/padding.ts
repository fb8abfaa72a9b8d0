import { type Bytes, Malformed, makeReader, makeWriter } from '../wire/bytes.ts'

const STEPS = [256, 1024, 4096, 16_384]
const STEP = 16_384

/** The length a padded text of so many bytes has, its length field included (PROTOCOL.md R1). */
export function paddedLength(length: number): number {
  const needed = length + 4
  return STEPS.find((step) => needed <= step) ?? Math.ceil(needed / STEP) * STEP
}

/** `u32 length ‖ data ‖ zeros`, so that the relay learns lengths in steps only. */
export function pad(data: Uint8Array): Bytes {
  const filling = new Uint8Array(paddedLength(data.length) - data.length - 4)
  return makeWriter().u32(data.length).bytes(data).bytes(filling).done()
}

/** The data of padded bytes. Throws Malformed for any other filling, so that nothing can be hidden in it. */
export function unpad(padded: Uint8Array): Bytes {
  const reader = makeReader(padded)
  const data = reader.bytes(reader.u32())
  if (padded.length !== paddedLength(data.length)) throw new Malformed('a padding of another length')
  if (reader.rest().some((byte) => byte !== 0)) throw new Malformed('a padding that is not zeros')
  return data
}
