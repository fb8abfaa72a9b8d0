import type { Bytes } from '../../wire/bytes.ts'
import type { Manifest } from '../../wire/manifest.ts'
import type { RefusalReason } from '../../wire/message.ts'
import type { RecordHeader } from '../../wire/record.ts'
import type { LinkEnvelope } from '../../wire/submission.ts'

/** A room as the relay knows it. */
export interface RoomState {
  /** Number of the last record, and the head there. */
  readonly last: number
  readonly head: Bytes
  /** Number of the newest manifest, and its version. */
  readonly manifest: number
  readonly version: number
  readonly epoch: Bytes
  /** Public key of the owner. */
  readonly owner: Bytes
  /** Number of the newest snapshot, and the number up to which it speaks; 0: none. */
  readonly snapshot: number
  readonly seen: number
  /** Bytes of records that no snapshot speaks for. */
  readonly live: number
}

/** A link as the relay knows it. */
export interface LinkState {
  readonly id: Bytes
  readonly role: 'owner' | 'edit' | 'view'
  /** SHA-256 of the token. */
  readonly digest: Bytes
  readonly revoked: boolean
  /** Empty for a revoked link. */
  readonly envelope: Bytes
  /** Milliseconds since 1970; 0: never. */
  readonly usedAt: number
}

/** A record of the log. */
export interface StoredRecord {
  readonly number: number
  readonly id: Bytes
  readonly record: Bytes
}

/** A record to append. Its layout and, of a manifest, the signature were checked before. */
export interface Append {
  readonly header: RecordHeader
  readonly record: Bytes
  /** The manifest version, or the number of the snapshot, that has to stand; 0 for an update. */
  readonly expected: number
  /** With a manifest: itself, the envelopes, and the digest of the owner's token, kept where it makes the room. */
  readonly manifest?: {
    readonly content: Manifest
    readonly envelopes: readonly LinkEnvelope[]
    readonly ownerDigest: Bytes
  }
}

/** What came of appending. */
export type Appended =
  | { readonly outcome: 'stored'; readonly number: number }
  | { readonly outcome: 'known'; readonly number: number }
  | { readonly outcome: 'refused'; readonly reason: RefusalReason; readonly detail: number }

/** How much a room may hold. */
export interface Budgets {
  readonly liveBytes: number
  readonly supersededBytes: number
  readonly supersededMs: number
}

/**
 * The relay's log of all rooms (docs/PROTOCOL.md L1 to L8). Every method rejects where its store fails, having changed
 * nothing; what `append` has resolved is on disk.
 */
export interface RecordLog {
  /** `gone`: it was unshared. Undefined: there never was one. */
  room(room: Bytes): Promise<RoomState | 'gone' | undefined>
  links(room: Bytes): Promise<readonly LinkState[]>
  /** Appends in order, all in one transaction; one that is refused leaves the others be. Roles are checked here too. */
  append(all: readonly Append[], now: number): Promise<readonly Appended[]>
  /**
   * Records after a number in order, superseded ones too as far as they are kept, up to about so many bytes and at least
   * one. The first is not `after + 1` where that one was dropped.
   */
  read(room: Bytes, after: number, bytes: number): Promise<readonly StoredRecord[]>
  /** The newest manifest at or before a number. */
  manifestAt(room: Bytes, number: number): Promise<StoredRecord | undefined>
  /** The head at a number; undefined where that record is not kept. */
  headAt(room: Bytes, number: number): Promise<Bytes | undefined>
  /** Notes that a link was used. */
  use(room: Bytes, link: Bytes, now: number): Promise<void>
  /** Deletes all of a room but its name. */
  remove(room: Bytes, now: number): Promise<void>
  /** Drops superseded records that are too old. */
  sweep(now: number): Promise<void>
  /** Counts for the metrics. */
  totals(): Promise<{ readonly rooms: number; readonly records: number; readonly bytes: number }>
  close(): Promise<void>
}
