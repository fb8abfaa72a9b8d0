/** Byte arrays as the browser's and Node's APIs take them: never backed by shared memory. */
export type Bytes = Uint8Array<ArrayBuffer>

/** What cannot be read as docs/PROTOCOL.md describes it. Thrown by readers, caught where input enters. */
export class Malformed extends Error {
  override name = 'Malformed'
}

/** Writes fields one after the other, as PROTOCOL.md notes them. Throws a RangeError for a number that does not fit. */
export interface Writer {
  u8(value: number): Writer
  u16(value: number): Writer
  u32(value: number): Writer
  /** At most 2^53 - 1. */
  u64(value: number): Writer
  bytes(value: Uint8Array): Writer
  /** All that was written. */
  done(): Bytes
}

/** Makes a writer. */
export function makeWriter(): Writer {
  const parts: Uint8Array[] = []
  const number = (size: number, value: number): Writer => {
    if (!Number.isSafeInteger(value) || value < 0 || value >= 256 ** size)
      throw new RangeError(`${value} does not fit into ${size} bytes`)
    const part = new Uint8Array(size)
    for (let at = size - 1, left = value; at >= 0; at--) {
      part[at] = left % 256
      left = Math.floor(left / 256)
    }
    parts.push(part)
    return writer
  }
  const writer: Writer = {
    u8: (value) => number(1, value),
    u16: (value) => number(2, value),
    u32: (value) => number(4, value),
    u64: (value) => number(8, value),
    bytes(value) {
      parts.push(value)
      return writer
    },
    done: () => concat(...parts),
  }
  return writer
}

/** Reads fields one after the other. Every method throws Malformed where the bytes end too early. */
export interface Reader {
  u8(): number
  u16(): number
  u32(): number
  u64(): number
  /** A copy of so many bytes. */
  bytes(length: number): Bytes
  /** A copy of all that is left. */
  rest(): Bytes
  /** Throws Malformed where something is left. */
  end(): void
}

/** Makes a reader of bytes, which it does not change. */
export function makeReader(source: Uint8Array): Reader {
  let at = 0
  const take = (length: number): Uint8Array => {
    if (length > source.length - at) throw new Malformed(`${length} bytes wanted, ${source.length - at} left`)
    at += length
    return source.subarray(at - length, at)
  }
  const number = (size: number): number => take(size).reduce((sum, byte) => sum * 256 + byte, 0)
  return {
    u8: () => number(1),
    u16: () => number(2),
    u32: () => number(4),
    u64() {
      const value = number(8)
      if (!Number.isSafeInteger(value)) throw new Malformed('a number beyond 2^53 - 1')
      return value
    },
    bytes: (length) => new Uint8Array(take(length)),
    rest: () => new Uint8Array(take(source.length - at)),
    end() {
      if (at < source.length) throw new Malformed(`${source.length - at} bytes left over`)
    },
  }
}

/** The given byte arrays one after the other. */
export function concat(...parts: readonly Uint8Array[]): Bytes {
  const whole = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0))
  let at = 0
  for (const part of parts) {
    whole.set(part, at)
    at += part.length
  }
  return whole
}

/** Whether two byte arrays hold the same. Not in constant time: for public values only. */
export function equalBytes(a: Uint8Array, b: Uint8Array): boolean {
  return a.length === b.length && a.every((byte, at) => byte === b[at])
}

/** The bytes of a text in UTF-8. */
export const utf8 = (text: string): Bytes => new Uint8Array(new TextEncoder().encode(text))

/** The text of UTF-8 bytes. Throws Malformed where they are none. */
export function fromUtf8(bytes: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes)
  } catch {
    throw new Malformed('bytes that are not UTF-8')
  }
}
