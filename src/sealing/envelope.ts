import * as v from 'valibot'
import { type Bytes, concat, makeWriter, utf8 } from '../wire/bytes.ts'
import { fromJson } from '../wire/json.ts'
import { bytesSchema, toJson } from './json.ts'
import { open, seal } from './primitives.ts'

/** The life of one content key. */
export interface Epoch {
  readonly id: Bytes
  /** 32 bytes, for AES-256-GCM. */
  readonly key: Bytes
}

/** What an envelope tells a link of itself (PROTOCOL.md K4). */
export interface Envelope {
  readonly role: 'owner' | 'edit' | 'view'
  /** The party it is for; null: anyone. */
  readonly party: string | null
  /** The person it was made for. */
  readonly label: string
  /** The project's name when the manifest was made. */
  readonly project: string
  /** The content keys the link may have, the current one last. */
  readonly epochs: readonly Epoch[]
}

/** Where an envelope belongs; it opens nowhere else. */
export interface EnvelopePlace {
  readonly room: Bytes
  readonly link: Bytes
  readonly version: number
}

const schema = v.object({
  role: v.picklist(['owner', 'edit', 'view']),
  party: v.nullable(v.pipe(v.string(), v.maxLength(64))),
  label: v.pipe(v.string(), v.maxLength(200)),
  project: v.pipe(v.string(), v.maxLength(200)),
  epochs: v.pipe(
    v.array(v.object({ id: bytesSchema(16), key: bytesSchema(32) })),
    v.minLength(1),
    v.maxLength(500),
  ),
})

const bound = ({ room, link, version }: EnvelopePlace): Bytes =>
  concat(utf8('rollcall/1 envelope'), room, link, makeWriter().u32(version).done())

/** Seals an envelope under a link's wrapping key; `iv` is for test vectors. */
export function sealEnvelope(
  wrap: CryptoKey,
  place: EnvelopePlace,
  envelope: Envelope,
  iv?: Bytes,
): Promise<Bytes> {
  return seal(wrap, bound(place), toJson(envelope), iv)
}

/** Opens an envelope. Throws Malformed where it is another link's, room's or manifest's. */
export async function openEnvelope(wrap: CryptoKey, place: EnvelopePlace, sealed: Bytes): Promise<Envelope> {
  return fromJson(schema, await open(wrap, bound(place), sealed))
}
