import { type Bytes, concat, Malformed, type Reader } from './bytes.ts'

/** Longest part of a record on its way (PROTOCOL.md L2). */
export const PART_LENGTH = 128 * 1024
/** Longest record, and longest submission, whole (PROTOCOL.md L2). */
export const RECORD_LIMIT = 8 * 1024 * 1024

/** One part of something longer. */
export interface Part {
  readonly index: number
  readonly count: number
  readonly bytes: Bytes
}

/** Cuts bytes into parts in order; nothing is one empty part. */
export function partsOf(whole: Uint8Array): Part[] {
  const count = Math.max(1, Math.ceil(whole.length / PART_LENGTH))
  return Array.from({ length: count }, (_, index) => ({
    index,
    count,
    bytes: new Uint8Array(whole.subarray(index * PART_LENGTH, (index + 1) * PART_LENGTH)),
  }))
}

/** Puts parts that come in order together again. */
export interface Assembler {
  /** Takes the next part; the whole with the last one, else null. Throws Malformed for a part out of order or too much. */
  add(part: Part): Bytes | null
  /** Bytes held of what is not whole yet. */
  held(): number
}

/** Makes an assembler of one stream of things, each at most `limit` bytes. */
export function makeAssembler(limit = RECORD_LIMIT): Assembler {
  let parts: Uint8Array[] = []
  let length = 0
  let count = 0
  return {
    add(part) {
      if (part.count < 1 || part.index !== parts.length || (parts.length > 0 && part.count !== count))
        throw new Malformed(`part ${part.index} of ${part.count} after ${parts.length} of ${count}`)
      length += part.bytes.length
      if (part.bytes.length > PART_LENGTH || length > limit) throw new Malformed(`more than ${limit} bytes`)
      count = part.count
      parts.push(part.bytes)
      if (parts.length < count) return null
      const whole = concat(...parts)
      parts = []
      length = 0
      return whole
    },
    held: () => length,
  }
}

/** Reads a part as messages carry it, to their end. Throws Malformed. */
export const readPart = (reader: Reader): Part => ({
  index: reader.u16(),
  count: reader.u16(),
  bytes: reader.rest(),
})
