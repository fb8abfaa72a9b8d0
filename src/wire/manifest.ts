import * as v from 'valibot'
import { fromBase64url } from './base64url.ts'
import { type Bytes, Malformed } from './bytes.ts'
import { fromJson } from './json.ts'

/** Most links of a manifest, revoked ones included, and its most bytes (PROTOCOL.md K5). */
export const LINK_LIMIT = 200
export const MANIFEST_LIMIT = 128 * 1024

/** A link as everybody sees it. */
export interface ManifestLink {
  readonly id: Bytes
  readonly role: 'edit' | 'view'
  /** Public Ed25519 key. */
  readonly key: Bytes
  /** SHA-256 of the bearer token. */
  readonly token: Bytes
  readonly revoked: boolean
}

/** The public part of a manifest; roster and vault are still sealed (PROTOCOL.md K5). */
export interface Manifest {
  readonly room: Bytes
  readonly version: number
  readonly epoch: Bytes
  /** The owner's public key. */
  readonly owner: Bytes
  readonly links: readonly ManifestLink[]
  readonly roster: Bytes
  readonly vault: Bytes
}

const bytes = (length?: number) =>
  v.pipe(
    v.string(),
    v.rawTransform(({ dataset, addIssue, NEVER }) => {
      try {
        const value = fromBase64url(dataset.value)
        if (length === undefined || value.length === length) return value
      } catch {
        // Told below.
      }
      addIssue({ message: `not base64url of ${length ?? 'any number of'} bytes` })
      return NEVER
    }),
  )

const schema = v.object({
  v: v.literal(1),
  room: bytes(20),
  version: v.pipe(v.number(), v.safeInteger(), v.minValue(1), v.maxValue(0xffffffff)),
  epoch: bytes(16),
  owner: bytes(32),
  links: v.pipe(
    v.array(
      v.object({
        id: bytes(16),
        role: v.picklist(['edit', 'view']),
        key: bytes(32),
        token: bytes(32),
        revoked: v.boolean(),
      }),
    ),
    v.maxLength(LINK_LIMIT),
  ),
  roster: bytes(),
  vault: bytes(),
})

/** Reads the JSON of a manifest. Throws Malformed where it is none. */
export function parseManifest(body: Uint8Array): Manifest {
  if (body.length > MANIFEST_LIMIT) throw new Malformed(`a manifest of ${body.length} bytes`)
  const manifest = fromJson(schema, body)
  const ids = new Set(manifest.links.map(({ id }) => id.join()))
  if (ids.size < manifest.links.length) throw new Malformed('a manifest with a link twice')
  return manifest
}
