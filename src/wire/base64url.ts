import { type Bytes, Malformed } from './bytes.ts'

const LETTERS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_'
const VALUES = new Map([...LETTERS].map((letter, value) => [letter, value]))

/** Bytes as base64url without padding (RFC 4648 section 5). */
export function toBase64url(bytes: Uint8Array): string {
  let text = ''
  for (let at = 0; at < bytes.length; at += 3) {
    const [a = 0, b = 0, c = 0] = bytes.subarray(at, at + 3)
    const group = (a << 16) | (b << 8) | c
    const letters = Math.min(4, bytes.length - at + 1)
    for (let letter = 0; letter < letters; letter++) text += LETTERS[(group >> (18 - 6 * letter)) & 63]
  }
  return text
}

/** The bytes of a base64url text. Throws Malformed for anything but the one spelling that toBase64url gives. */
export function fromBase64url(text: string): Bytes {
  const bytes = new Uint8Array(Math.floor((text.length * 3) / 4))
  let at = 0
  let bits = 0
  let held = 0
  for (const letter of text) {
    const value = VALUES.get(letter)
    if (value === undefined) throw new Malformed('a letter that is not base64url')
    held = ((held << 6) | value) & 0xffff
    bits += 6
    if (bits < 8) continue
    bits -= 8
    bytes[at++] = (held >> bits) & 0xff
  }
  if (bits >= 6 || (held & ((1 << bits) - 1)) !== 0) throw new Malformed('base64url with bits left over')
  return bytes
}
