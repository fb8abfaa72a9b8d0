import * as v from 'valibot'
import { type Bytes, concat, equalBytes, Malformed, makeReader, makeWriter } from '../wire/bytes.ts'
import { fromJson } from '../wire/json.ts'
import type { Epoch } from './envelope.ts'
import { toJson } from './json.ts'
import { aesKey, decrypt, encrypt, IV_LENGTH, random, sign, TAG_LENGTH, verify } from './primitives.ts'

/** Longest presence, whole (PROTOCOL.md R8). */
export const PRESENCE_LIMIT = 1024

/** What a device says of who is there. */
export interface PresenceWords {
  readonly name: string
  /** The line one is on, or null. */
  readonly line: string | null
  /** Said on leaving. */
  readonly gone?: boolean | undefined
}

/** Through which link and when presence was said. */
export interface PresencePlace {
  readonly room: Bytes
  readonly link: Bytes
  readonly device: Bytes
  /** Milliseconds since 1970 by the author's clock. */
  readonly at: number
}

export interface Presence extends PresencePlace, PresenceWords {}

const CONTEXT = 'rollcall/1 presence'
const SIGNATURE = 64

const schema = v.object({
  name: v.pipe(v.string(), v.maxLength(200)),
  line: v.nullable(v.pipe(v.string(), v.maxLength(64))),
  gone: v.optional(v.boolean()),
})

const boundOf = ({ room, link, device, at }: PresencePlace, epoch: Bytes): Bytes =>
  makeWriter().u8(1).bytes(room).bytes(epoch).bytes(link).bytes(device).u64(at).done()

/** Seals and signs presence (PROTOCOL.md R8); `iv` is for test vectors. Throws a RangeError where it is too long. */
export async function sealPresence(
  place: PresencePlace,
  words: PresenceWords,
  epoch: Epoch,
  signer: CryptoKey,
  iv = random(IV_LENGTH),
): Promise<Bytes> {
  const bound = boundOf(place, epoch.id)
  const said = concat(bound, iv, await encrypt(await aesKey(epoch.key), iv, bound, toJson(words)))
  const whole = concat(said, await sign(signer, CONTEXT, said))
  if (whole.length > PRESENCE_LIMIT) throw new RangeError(`presence of ${whole.length} bytes`)
  return whole
}

/** Reads presence said in a room, with the key of the link it names, or null where there is none. Throws Malformed. */
export async function openPresence(
  bytes: Uint8Array,
  room: Bytes,
  epoch: Epoch,
  keyOfLink: (link: Bytes) => Bytes | null,
): Promise<Presence> {
  if (bytes.length > PRESENCE_LIMIT) throw new Malformed(`presence of ${bytes.length} bytes`)
  const reader = makeReader(bytes)
  if (reader.u8() !== 1) throw new Malformed('presence of another version')
  if (!equalBytes(reader.bytes(20), room)) throw new Malformed('presence of another room')
  if (!equalBytes(reader.bytes(16), epoch.id)) throw new Malformed('presence of another epoch')
  const place = { room, link: reader.bytes(16), device: reader.bytes(16), at: reader.u64() }
  const iv = reader.bytes(IV_LENGTH)
  const rest = reader.rest()
  if (rest.length < TAG_LENGTH + SIGNATURE) throw new Malformed('presence without a signature')
  const key = keyOfLink(place.link)
  const said = new Uint8Array(bytes.slice(0, -SIGNATURE))
  if (!key || !(await verify(key, CONTEXT, rest.slice(-SIGNATURE), said)))
    throw new Malformed('presence by another key')
  const words = await decrypt(
    await aesKey(epoch.key),
    iv,
    boundOf(place, epoch.id),
    rest.slice(0, -SIGNATURE),
  )
  return { ...place, ...fromJson(schema, words) }
}
