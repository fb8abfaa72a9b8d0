// A chunk small enough to be spread into the arguments of one call, and whole groups of three bytes.
const CHUNK = 3 * 8192

/** Bytes as base64 (RFC 4648 section 4, padded). */
export function toBase64(bytes: Uint8Array): string {
  const parts: string[] = []
  for (let at = 0; at < bytes.length; at += CHUNK) {
    parts.push(btoa(String.fromCharCode(...bytes.subarray(at, at + CHUNK))))
  }
  return parts.join('')
}

/**
 * Bytes of a base64 text, or null where it is anything but the one canonical spelling of some bytes: `atob` alone also
 * takes white space, missing padding and stray last bits.
 */
export function fromBase64(text: string): Uint8Array<ArrayBuffer> | null {
  if (text.length % 4 !== 0) return null
  const padding = text.endsWith('==') ? 2 : text.endsWith('=') ? 1 : 0
  // One class and no repetition: a pattern that repeats groups runs out of stack on long texts.
  if (/[^A-Za-z0-9+/]/.test(text.slice(0, text.length - padding))) return null
  const binary = atob(text)
  const bytes = new Uint8Array(binary.length)
  for (let at = 0; at < binary.length; at++) bytes[at] = binary.charCodeAt(at)
  const tail = bytes.subarray(bytes.length - (bytes.length % 3 || 3))
  return toBase64(tail) === text.slice(-4) || bytes.length === 0 ? bytes : null
}
