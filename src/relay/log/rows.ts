import type { Bytes } from '../../wire/bytes.ts'
import type { LinkState, RoomState, StoredRecord } from './recordLog.ts'

/** A row as the database gives it. */
export type Row = Record<string, unknown>

/** A room's row as its state. */
export const stateOf = (row: Row): RoomState => ({
  last: Number(row.last),
  head: bytesOf(row.head),
  manifest: Number(row.manifest),
  version: Number(row.version),
  epoch: bytesOf(row.epoch),
  owner: bytesOf(row.owner),
  snapshot: Number(row.snapshot),
  seen: Number(row.seen),
  live: Number(row.live),
})

/** A link's row. */
export const linkOf = (row: Row): LinkState => ({
  id: bytesOf(row.id),
  role: row.role as LinkState['role'],
  digest: bytesOf(row.digest),
  revoked: row.revoked !== 0,
  envelope: bytesOf(row.envelope),
  usedAt: Number(row.used_at),
})

/** A record's row. */
export const recordOf = (row: Row): StoredRecord => ({
  number: Number(row.number),
  id: bytesOf(row.id),
  record: bytesOf(row.record),
})

/** A BLOB. */
export const bytesOf = (value: unknown): Bytes => value as Bytes
