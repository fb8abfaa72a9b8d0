import type { DatabaseSync } from 'node:sqlite'
import { KINDS } from '../../wire/record.ts'
import type { Budgets } from './recordLog.ts'
import type { Row } from './rows.ts'

// What a snapshot speaks for is superseded: kept for a while within a budget of its own (docs/PROTOCOL.md L3).

/** Marks what a snapshot up to `seen` supersedes, and drops the oldest superseded beyond the budget. */
export function makeSuperseder(database: DatabaseSync, budgets: Budgets) {
  // The last manifest at or before `seen` stays: who joins needs it to know who may write.
  const mark = database.prepare(
    `UPDATE records SET superseded_at = ? WHERE room = ? AND number <= ? AND superseded_at IS NULL AND number <>
       coalesce((SELECT max(number) FROM records WHERE room = ? AND kind = ${KINDS.manifest} AND number <= ?), 0)`,
  )
  const sums = database.prepare(
    `SELECT coalesce(sum(size) FILTER (WHERE superseded_at IS NULL), 0) AS live,
            coalesce(sum(size) FILTER (WHERE superseded_at IS NOT NULL), 0) AS superseded
     FROM records WHERE room = ?`,
  )
  const setSums = database.prepare('UPDATE rooms SET live = ?, superseded = ? WHERE key = ?')
  const oldest = database.prepare(
    `SELECT number, size FROM records WHERE room = ? AND superseded_at IS NOT NULL AND number <>
       coalesce((SELECT max(number) FROM records WHERE room = ? AND kind = ${KINDS.snapshot} AND superseded_at IS NOT NULL), 0)
     ORDER BY number`,
  )
  const drop = database.prepare(
    'DELETE FROM records WHERE room = ? AND number <= ? AND superseded_at IS NOT NULL AND number <> ?',
  )
  const newest = database.prepare(
    `SELECT max(number) AS number FROM records WHERE room = ? AND kind = ${KINDS.snapshot} AND superseded_at IS NOT NULL`,
  )

  return function supersede(key: number, seen: number, now: number): void {
    mark.run(now, key, seen, key, seen)
    const { live, superseded } = sums.get(key) as { live: number; superseded: number }
    let left = superseded
    let upTo = 0
    for (const row of oldest.iterate(key, key) as Iterable<Row>) {
      if (left <= budgets.supersededBytes) break
      left -= Number(row.size)
      upTo = Number(row.number)
    }
    if (upTo > 0) drop.run(key, upTo, Number((newest.get(key) as Row).number ?? 0))
    setSums.run(live, left, key)
  }
}

/** Drops what was superseded before a time, but for each room's newest superseded snapshot. */
export function dropOld(database: DatabaseSync, before: number): void {
  database
    .prepare(
      `DELETE FROM records WHERE superseded_at < ? AND NOT (kind = ${KINDS.snapshot} AND number =
         (SELECT max(number) FROM records AS newer WHERE newer.room = records.room AND newer.kind = ${KINDS.snapshot} AND newer.superseded_at IS NOT NULL))`,
    )
    .run(before)
}

/** Deletes a room's records and links at once; its name stays as gone (docs/PROTOCOL.md L8). */
export function remove(database: DatabaseSync, key: number, now: number): void {
  database.prepare('DELETE FROM records WHERE room = ?').run(key)
  database.prepare('DELETE FROM links WHERE room = ?').run(key)
  database.prepare('UPDATE rooms SET gone_at = ?, live = 0, superseded = 0 WHERE key = ?').run(now, key)
}
