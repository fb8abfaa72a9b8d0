import { FIRST_HEAD, nextHead } from '../sealing/chain.ts'
import type { Epoch } from '../sealing/envelope.ts'
import { readManifest } from '../sealing/manifest.ts'
import { openRecord, verifyRecord } from '../sealing/record.ts'
import { decodeSnapshot } from '../sealing/snapshot.ts'
import { type Bytes, equalBytes, Malformed } from '../wire/bytes.ts'
import type { Manifest } from '../wire/manifest.ts'
import { type RawRecord, splitRecord } from '../wire/record.ts'

/** How far a device has followed a room's log (docs/PROTOCOL.md R3). Kept with what the records brought. */
export interface Place {
  readonly number: number
  readonly head: Bytes
}

/** The relay does not tell one story; nothing more of it is believed (docs/PROTOCOL.md R3, R5). */
export type Alarm = 'gap' | 'fork' | 'missing'

/** What the next record of the log came to. */
export type Step =
  /** An update in the encoding V1, and through which link it came. `number` is its own. */
  | { readonly kind: 'update'; readonly number: number; readonly update: Bytes; readonly link: Bytes }
  | { readonly kind: 'manifest'; readonly number: number; readonly manifest: Manifest }
  /** A record whose bytes were here before, at its place: one's own, or a snapshot that was sent first. */
  | { readonly kind: 'known'; readonly number: number; readonly id: Bytes }
  /** A record that does not count (docs/PROTOCOL.md R4). It is part of the chain all the same. */
  | { readonly kind: 'passedOver'; readonly number: number; readonly why: string }
  | { readonly kind: 'alarm'; readonly alarm: Alarm }

/** Follows one room's log, record by record, and decides what counts. */
export interface Follower {
  /** Where it is; what came before is settled. */
  place(): Place
  /** The manifest in force, or null before the first. */
  manifest(): Manifest | null
  /** Takes the record that the relay says has this number. After an alarm every step is that alarm. */
  take(number: number, record: Bytes): Promise<Step>
  /** Takes the word that the record of this id, whose bytes were known before, stands at this number. */
  takeKnown(number: number, id: Bytes): Promise<Step>
  /** Remembers the bytes of a record that was submitted, so that its place in the chain can be followed. */
  remember(id: Bytes, record: Bytes): void
}

/** Makes a follower of a room, from a place it was at before, or from the beginning. */
export function makeFollower(options: {
  readonly room: Bytes
  readonly place: Place | null
  readonly manifest: Manifest | null
  /** The content key of an epoch, or null where this device has none. */
  readonly epoch: (id: Bytes) => Epoch | null
}): Follower {
  const { room, epoch } = options
  let place = options.place ?? { number: 0, head: FIRST_HEAD }
  let manifest = options.manifest
  let alarmed: Alarm | null = null
  /** Set once anything but manifests was followed: a snapshot cannot be jumped to any more. */
  let begun = options.place !== null
  /** Known bytes by record id: own submissions, and a snapshot that was sent first. */
  const known = new Map<string, Bytes>()

  const alarm = (kind: Alarm): Step => {
    alarmed = kind
    return { kind: 'alarm', alarm: kind }
  }

  async function take(number: number, record: Bytes): Promise<Step> {
    if (alarmed) return alarm(alarmed)
    let raw: RawRecord
    try {
      raw = splitRecord(record)
    } catch (error) {
      return number === place.number + 1 ? passOver(number, record, error) : alarm('gap')
    }
    if (!begun && number > place.number + 1) return begin(number, record, raw)
    if (number !== place.number + 1) return alarm('gap')
    begun ||= raw.header.kind !== 'manifest'
    const step = await judge(number, raw)
    if (step.kind !== 'alarm') await advance(number, record)
    return step
  }

  /**
   * A joiner is sent a manifest and a snapshot first (docs/PROTOCOL.md W5): the manifest says who may write, the snapshot's
   * author says what the log came to. From the number it speaks for on, everything is followed.
   */
  async function begin(number: number, record: Bytes, raw: RawRecord): Promise<Step> {
    const step = await judge(number, raw)
    if (step.kind === 'manifest') return step
    if (raw.header.kind !== 'snapshot') return alarm('gap')
    // One that does not count supersedes nothing: what lies beneath it has to be asked for, from 1 on (R6).
    if (step.kind !== 'update') return step
    begun = true
    place = { number: raw.header.seen, head: raw.header.head }
    known.set(nameOf(raw.header.id), record)
    return step
  }

  /** Decides by the manifest in force at this number (docs/PROTOCOL.md R4). */
  async function judge(number: number, raw: RawRecord): Promise<Step> {
    try {
      return raw.header.kind === 'manifest'
        ? await judgeManifest(number, raw)
        : await judgeSealed(number, raw)
    } catch (error) {
      if (error instanceof Malformed) return { kind: 'passedOver', number, why: error.message }
      throw error
    }
  }

  async function judgeManifest(number: number, raw: RawRecord): Promise<Step> {
    const next = await readManifest(raw, room)
    const stands = manifest?.version ?? 0
    // A joiner's first manifest may be any; later ones count up one by one. Two of one version are a fork (R5).
    if (manifest && next.version === stands && !equalManifests(next, manifest)) return alarm('fork')
    if (manifest && next.version !== stands + 1)
      return { kind: 'passedOver', number, why: `a manifest ${next.version} after ${stands}` }
    manifest = next
    return { kind: 'manifest', number, manifest: next }
  }

  async function judgeSealed(number: number, raw: RawRecord): Promise<Step> {
    const { header } = raw
    if (!manifest) throw new Malformed('a record before any manifest')
    await verifyRecord(raw, room, writerKey(manifest, header.link))
    if (!equalBytes(header.epoch, manifest.epoch)) throw new Malformed('a record of another epoch')
    const content = epoch(header.epoch)
    if (!content) throw new Malformed('a record of an epoch whose key is not here')
    const data = await openRecord(raw, content)
    const update = header.kind === 'snapshot' ? decodeSnapshot(data).update : data
    return { kind: 'update', number, update, link: header.link }
  }

  async function passOver(number: number, record: Bytes, error: unknown): Promise<Step> {
    await advance(number, record)
    return { kind: 'passedOver', number, why: error instanceof Error ? error.message : String(error) }
  }

  async function advance(number: number, record: Bytes): Promise<void> {
    place = { number, head: await nextHead(place.head, record) }
  }

  return {
    place: () => place,
    manifest: () => manifest,
    take,
    async takeKnown(number, id) {
      if (alarmed) return alarm(alarmed)
      const record = known.get(nameOf(id))
      // A relay that acknowledges what it was never sent, or out of its place, tells no story of one log.
      if (!record) return alarm('missing')
      if (number !== place.number + 1) return alarm('gap')
      known.delete(nameOf(id))
      if (splitRecord(record).header.kind === 'manifest') return take(number, record)
      await advance(number, record)
      return { kind: 'known', number, id }
    },
    remember(id, record) {
      known.set(nameOf(id), record)
    },
  }
}

/** The public key a link signs with, if it may write. Throws Malformed where it may not. */
function writerKey({ owner, links, room }: Manifest, link: Bytes): Bytes {
  if (equalBytes(link, room.slice(0, 16))) return owner
  const found = links.find(({ id }) => equalBytes(id, link))
  if (!found) throw new Malformed('a record of a link that is in no manifest')
  if (found.revoked) throw new Malformed('a record of a link that was revoked')
  if (found.role !== 'edit') throw new Malformed('a record of a link that may only view')
  return found.key
}

const equalManifests = (a: Manifest, b: Manifest): boolean =>
  equalBytes(a.roster, b.roster) && equalBytes(a.vault, b.vault) && equalBytes(a.epoch, b.epoch)

const nameOf = (id: Uint8Array): string => id.join()
