import * as v from 'valibot'
import { fromBase64url, toBase64url } from '../wire/base64url.ts'
import { type Bytes, utf8 } from '../wire/bytes.ts'

/** The JSON of a value in UTF-8, byte arrays as base64url. */
export function toJson(value: unknown): Bytes {
  return utf8(JSON.stringify(value, (_key, one) => (one instanceof Uint8Array ? toBase64url(one) : one)))
}

/** A schema for bytes in base64url; of so many, where that is given. */
export const bytesSchema = (length: number) =>
  v.pipe(
    v.string(),
    v.check((text) => {
      try {
        return fromBase64url(text).length === length
      } catch {
        return false
      }
    }, `not base64url of ${length} bytes`),
    v.transform(fromBase64url),
  )
