import { mkdirSync } from 'node:fs'
import { dirname } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import type { Bytes } from '../../wire/bytes.ts'
import { KINDS } from '../../wire/record.ts'
import { makeAppender } from './append.ts'
import type { Budgets, RecordLog, StoredRecord } from './recordLog.ts'
import { bytesOf, linkOf, type Row, recordOf, stateOf } from './rows.ts'
import { pragmas, SCHEMA_VERSION, schema } from './schema.ts'
import { dropOld, remove } from './superseding.ts'

/**
 * The log in one SQLite file, made with its folder where it is not there. Throws where the file cannot be opened, is no
 * database, or was written by a later version.
 */
export function openSqliteLog(file: string, budgets: Budgets): RecordLog {
  mkdirSync(dirname(file), { recursive: true })
  const database = new DatabaseSync(file)
  database.exec(pragmas)
  const { user_version: version } = database.prepare('PRAGMA user_version').get() as { user_version: number }
  if (version > SCHEMA_VERSION) {
    database.close()
    throw new Error(`${file} was written by a later version of Rollcall (${version})`)
  }
  database.exec(schema)
  database.exec(`PRAGMA user_version = ${SCHEMA_VERSION}`)

  const keyOf = database.prepare('SELECT key FROM rooms WHERE room = ?')
  const state = database.prepare('SELECT * FROM rooms WHERE room = ?')
  const links = database.prepare('SELECT * FROM links WHERE room = ?')
  const after = database.prepare(
    'SELECT number, id, size, record FROM records WHERE room = ? AND number > ? ORDER BY number',
  )
  const manifest = database.prepare(
    `SELECT number, id, record FROM records WHERE room = ? AND kind = ${KINDS.manifest} AND number <= ? ORDER BY number DESC LIMIT 1`,
  )
  const headAt = database.prepare('SELECT head FROM records WHERE room = ? AND number = ?')
  const use = database.prepare('UPDATE links SET used_at = ? WHERE room = ? AND id = ?')
  const totals = database.prepare(
    'SELECT (SELECT count(*) FROM rooms WHERE gone_at IS NULL) AS rooms, count(*) AS records, coalesce(sum(size), 0) AS bytes FROM records',
  )
  const append = makeAppender(database, budgets)
  const key = (room: Bytes): number => Number((keyOf.get(room) as Row | undefined)?.key ?? -1)

  return {
    async room(room) {
      const row = state.get(room) as Row | undefined
      if (!row) return undefined
      return row.gone_at === null ? stateOf(row) : 'gone'
    },
    async links(room) {
      return links.all(key(room)).map((row) => linkOf(row as Row))
    },
    async append(all, now) {
      return transaction(database, () => all.map((one) => append(one, now)))
    },
    async read(room, number, bytes) {
      const found: StoredRecord[] = []
      let size = 0
      for (const row of after.iterate(key(room), number) as Iterable<Row>) {
        if (found.length > 0 && size + Number(row.size) > bytes) break
        size += Number(row.size)
        found.push(recordOf(row))
      }
      return found
    },
    async manifestAt(room, number) {
      const row = manifest.get(key(room), number) as Row | undefined
      return row && recordOf(row)
    },
    async headAt(room, number) {
      if (number === 0) return new Uint8Array(32)
      const row = headAt.get(key(room), number) as Row | undefined
      return row && bytesOf(row.head)
    },
    async use(room, link, now) {
      use.run(now, key(room), link)
    },
    async remove(room, now) {
      transaction(database, () => remove(database, key(room), now))
    },
    async sweep(now) {
      transaction(database, () => dropOld(database, now - budgets.supersededMs))
    },
    async totals() {
      const row = totals.get() as Row
      return { rooms: Number(row.rooms), records: Number(row.records), bytes: Number(row.bytes) }
    },
    async close() {
      database.close()
    },
  }
}

/** Does `work` in one transaction that is on disk when this returns. Throws what it threw, having changed nothing. */
function transaction<T>(database: DatabaseSync, work: () => T): T {
  database.exec('BEGIN IMMEDIATE')
  try {
    const result = work()
    database.exec('COMMIT')
    return result
  } catch (error) {
    // A full disk may have rolled back by itself.
    if (database.isTransaction) database.exec('ROLLBACK')
    throw error
  }
}
