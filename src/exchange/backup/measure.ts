import { type BackupRefusal, DEPTH_LIMIT, VALUE_LIMIT } from './format.ts'

/** Why a JSON text may not even be parsed. */
type Oversize = Extract<BackupRefusal, { refused: 'tooLarge' | 'tooDeep' }>

/**
 * Looks over a JSON text before it is parsed, in one pass and without building anything: a few megabytes of brackets
 * parse into gigabytes of objects. Says nothing of whether the text is JSON. Null when it may be parsed.
 */
export function oversize(text: string): Oversize | null {
  let depth = 0
  let values = 0
  for (let at = 0; at < text.length; at++) {
    switch (text.charCodeAt(at)) {
      case 0x22: // a quote
        at = endOfString(text, at)
        break
      case 0x5b: // [
      case 0x7b: // {
        values++
        if (++depth > DEPTH_LIMIT) return { refused: 'tooDeep', limit: DEPTH_LIMIT }
        break
      case 0x5d: // ]
      case 0x7d: // }
        depth--
        break
      case 0x2c: // a comma
        values++
    }
    if (values > VALUE_LIMIT) return { refused: 'tooLarge', what: 'values', limit: VALUE_LIMIT }
  }
  return null
}

/** Index of the quote that closes the string opened at `start`; the end of the text where none does. */
function endOfString(text: string, start: number): number {
  for (let end = text.indexOf('"', start + 1); end >= 0; end = text.indexOf('"', end + 1)) {
    let first = end
    while (text.charCodeAt(first - 1) === 0x5c) first--
    // A quote after an odd number of backslashes is part of the string.
    if ((end - first) % 2 === 0) return end
  }
  return text.length
}
