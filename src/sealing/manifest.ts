import * as v from 'valibot'
import { toBase64url } from '../wire/base64url.ts'
import { type Bytes, concat, equalBytes, Malformed, makeWriter, utf8 } from '../wire/bytes.ts'
import { fromJson } from '../wire/json.ts'
import { type Manifest, type ManifestLink, parseManifest } from '../wire/manifest.ts'
import type { RawRecord } from '../wire/record.ts'
import type { Epoch } from './envelope.ts'
import { bytesSchema, toJson } from './json.ts'
import { linkIdOf, roomOf } from './keys.ts'
import { aesKey, open, seal } from './primitives.ts'
import { verifyRecord } from './record.ts'

/** Whom a link was made for. Ids of links are base64url where they are keys. */
export interface RosterEntry {
  readonly party: string | null
  readonly label: string
  /** When it was made, in milliseconds since 1970. */
  readonly at: number
}

export type Roster = ReadonlyMap<string, RosterEntry>
/** The secrets of all links, by link id. */
export type Vault = ReadonlyMap<string, Bytes>

const linkId = v.pipe(v.string(), v.length(22))
const rosterSchema = v.record(
  linkId,
  v.object({
    party: v.nullable(v.pipe(v.string(), v.maxLength(64))),
    label: v.pipe(v.string(), v.maxLength(200)),
    at: v.pipe(v.number(), v.safeInteger(), v.minValue(0)),
  }),
)
const vaultSchema = v.record(linkId, bytesSchema(32))

const bound = (what: 'roster' | 'vault', room: Bytes, version: number): Bytes =>
  concat(utf8(`rollcall/1 ${what}`), room, makeWriter().u32(version).done())

/** The body of a manifest record (PROTOCOL.md K5): its public part, and roster and vault sealed into it. */
export async function manifestBody(parts: {
  readonly room: Bytes
  readonly version: number
  readonly epoch: Epoch
  readonly owner: Bytes
  readonly links: readonly ManifestLink[]
  readonly roster: Roster
  readonly vault: Vault
  readonly vaultKey: CryptoKey
}): Promise<Bytes> {
  const { room, version, epoch, owner, links, roster, vault, vaultKey } = parts
  const rosterKey = await aesKey(epoch.key)
  return toJson({
    v: 1,
    room,
    version,
    epoch: epoch.id,
    owner,
    links,
    roster: await seal(rosterKey, bound('roster', room, version), toJson(Object.fromEntries(roster))),
    vault: await seal(vaultKey, bound('vault', room, version), toJson(Object.fromEntries(vault))),
  })
}

/** Opens the roster with the content key of the manifest's epoch. Throws Malformed. */
export async function openRoster(manifest: Manifest, epochs: readonly Epoch[]): Promise<Roster> {
  const epoch = epochs.find(({ id }) => equalBytes(id, manifest.epoch))
  if (!epoch) throw new Malformed('a manifest of an epoch without a key')
  const sealed = bound('roster', manifest.room, manifest.version)
  return new Map(
    Object.entries(fromJson(rosterSchema, await open(await aesKey(epoch.key), sealed, manifest.roster))),
  )
}

/** Opens the vault with the owner's vault key. Throws Malformed. */
export async function openVault(manifest: Manifest, vaultKey: CryptoKey): Promise<Vault> {
  const sealed = bound('vault', manifest.room, manifest.version)
  return new Map(Object.entries(fromJson(vaultSchema, await open(vaultKey, sealed, manifest.vault))))
}

/**
 * The manifest in a record, after all that a device has to check of it but its version (PROTOCOL.md K1, K5, R5): the owner's
 * key makes the room's name, the record is the owner's and signed, each link's id is its key's. Throws Malformed.
 */
export async function readManifest(record: RawRecord, room: Bytes): Promise<Manifest> {
  if (record.header.kind !== 'manifest') throw new Malformed('a record that is no manifest')
  const manifest = parseManifest(record.body)
  if (!equalBytes(manifest.room, room) || !equalBytes(await roomOf(manifest.owner), room))
    throw new Malformed('a manifest of another room')
  if (!equalBytes(record.header.link, await linkIdOf(manifest.owner)))
    throw new Malformed('a manifest by another than the owner')
  for (const link of manifest.links) {
    if (!equalBytes(await linkIdOf(link.key), link.id)) throw new Malformed("a link under another's id")
  }
  await verifyRecord(record, room, manifest.owner)
  return manifest
}

/** How a link's id is written where it is a key. */
export const linkName = (id: Uint8Array): string => toBase64url(id)
