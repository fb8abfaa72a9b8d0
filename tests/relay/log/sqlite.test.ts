import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { afterAll, describe, expect, test } from 'vitest'
import { openSqliteLog } from '../../../src/relay/log/sqlite.ts'
import { keepsTheContract } from './contract.ts'

const folder = mkdtempSync(join(tmpdir(), 'relay-log-'))
afterAll(() => rmSync(folder, { recursive: true }))
let files = 0
const file = () => join(folder, `${files++}`, 'relay.sqlite')
const budgets = { liveBytes: 1e6, supersededBytes: 1e6, supersededMs: 1e9 }

describe('RecordLog on SQLite', () => keepsTheContract((own) => openSqliteLog(file(), own)))

test('L1 a commit is synced to disk: write-ahead log, synchronous FULL', async () => {
  const path = file()
  const log = openSqliteLog(path, budgets)
  await log.close()
  const database = new DatabaseSync(path)
  expect(database.prepare('PRAGMA journal_mode').get()).toEqual({ journal_mode: 'wal' })
  database.close()
})

test('a file of a later version is not touched', async () => {
  const path = file()
  await openSqliteLog(path, budgets).close()
  const database = new DatabaseSync(path)
  database.exec('PRAGMA user_version = 99')
  database.close()
  expect(() => openSqliteLog(path, budgets)).toThrow('later version')
})
