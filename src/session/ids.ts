const ALPHABET = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz'

/**
 * A fresh random id of `length` letters and digits: 12 hold 71 bits, enough among the lines of one project and short,
 * since a line's id stands in each of its keys; a project's own id takes 20.
 */
export function newId(length = 12): string {
  let id = ''
  while (id.length < length) {
    for (const byte of crypto.getRandomValues(new Uint8Array(length * 2))) {
      // Bytes past the last whole multiple of 62 are thrown away: they would favour the first letters.
      if (byte < 248 && id.length < length) id += ALPHABET[byte % 62]
    }
  }
  return id
}
