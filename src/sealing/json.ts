import * as v from 'valibot'
import { fromBase64url, toBase64url } from '../wire/base64url.ts'
import { type Bytes, fromUtf8, Malformed, utf8 } from '../wire/bytes.ts'

/** The JSON of a value in UTF-8, byte arrays as base64url. */
export function toJson(value: unknown): Bytes {
  return utf8(JSON.stringify(value, (_key, one) => (one instanceof Uint8Array ? toBase64url(one) : one)))
}

/** What a schema makes of JSON. Throws Malformed. */
export function fromJson<T>(schema: v.GenericSchema<unknown, T>, bytes: Uint8Array): T {
  let json: unknown
  try {
    json = JSON.parse(fromUtf8(bytes))
  } catch (error) {
    throw error instanceof Malformed ? error : new Malformed('not JSON')
  }
  const parsed = v.safeParse(schema, json, { abortEarly: true })
  if (!parsed.success) throw new Malformed(parsed.issues[0].message)
  return parsed.output
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
