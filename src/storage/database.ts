import Dexie, { type EntityTable } from 'dexie'
import type { Template } from '../domain/template.ts'
import { faultOf } from './faults.ts'
import { CATALOGUE_NAME } from './names.ts'
import { completed } from './rawDatabase.ts'

/** One project of the list, summed up from its document. Data goes from the document to here and never back. */
export interface ProjectEntry {
  readonly id: string
  readonly name: string
  /** Member id of this device in this project. */
  readonly me: string
  /** Code of that member's party. */
  readonly myParty: string | null
  readonly createdAt: number
  readonly openedAt: number
  readonly changedAt: number
  readonly archivedAt: number | null
  readonly deletedAt: number | null
  readonly stages: { readonly title: string; readonly lines: number; readonly passed: number }[]
  readonly lines: number
  readonly passed: number
  readonly parties: { readonly code: string; readonly team: string; readonly colour: number }[]
  /** At most 200 of them; `myOpenCount` counts all. */
  readonly myOpen: {
    readonly line: string
    readonly text: string
    readonly stage: string
    readonly due: string | null
  }[]
  readonly myOpenCount: number
  /** Lower-cased text to search in. */
  readonly search: string
}

/** One or more local edits of a project as a Yjs V1 update, kept until the stored document is seen to contain them. */
export interface JournalRow {
  seq?: number
  project: string
  update: Uint8Array
  at: number
}

/** A value this device remembers under a name. */
export interface Setting {
  readonly key: string
  readonly value: unknown
}

/** The tables of this device. The documents themselves are in one y-indexeddb database each (see provider.ts). */
export type Database = Dexie & {
  projects: EntityTable<ProjectEntry, 'id'>
  journal: EntityTable<JournalRow, 'seq'>
  templates: EntityTable<Template, 'id'>
  settings: EntityTable<Setting, 'key'>
}

/**
 * The database, opened by its first use. Browsers default to transactions that are reported complete before the disk has
 * them; "saved" has to mean more, so every write here is strict. Dexie itself lets go of the connection where another
 * tab upgrades or deletes the database, and the next use opens it again. Later schemas may only add.
 */
export function openDatabase(name = CATALOGUE_NAME): Database {
  const database = new Dexie(name, { chromeTransactionDurability: 'strict', cache: 'disabled' }) as Database
  database.version(1).stores({ projects: 'id', journal: '++seq, project', templates: 'id', settings: 'key' })
  return database
}

/**
 * Does `work`, and once more on a fresh connection where it failed: phones close connections in the background, and the
 * first use afterwards tells. A full disk is not asked twice. `work` has to be idempotent: the first attempt may have
 * reached the disk and only its answer been lost.
 */
export async function retried<T>(database: Database, work: () => PromiseLike<T>): Promise<T> {
  try {
    return await work()
  } catch (error) {
    if (faultOf(error).kind === 'quota') throw error
    reopen(database)
    return await work()
  }
}

/** Lets go of the connection, and of the memory of a failure to open, so that the next use opens it afresh. */
export function reopen(database: Database): void {
  database.close({ disableAutoOpen: false })
}

/**
 * Adds rows in one strict transaction, begun and committed in this very turn where the database is open: a page that is
 * being left has no other, and Dexie commits only after it was told of each row. Resolves when the disk has them.
 */
export async function addJournalRows(database: Database, rows: readonly JournalRow[]): Promise<void> {
  if (!database.isOpen()) await database.open()
  const transaction = database.backendDB().transaction(['journal'], 'readwrite', { durability: 'strict' })
  const journal = transaction.objectStore('journal')
  for (const row of rows) journal.add(row)
  transaction.commit()
  await completed(transaction)
}
