import * as v from 'valibot'
import { fromUtf8, Malformed } from './bytes.ts'

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
