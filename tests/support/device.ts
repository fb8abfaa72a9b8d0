import * as Y from 'yjs'
import { readAll } from '../../src/document/read.ts'
import type { Template } from '../../src/domain/template.ts'
import type { BackupParts, ImportOptions, OpenProject } from '../../src/session/backup/contract.ts'
import { exportBackup } from '../../src/session/backup/exportBackup.ts'
import { importBackup } from '../../src/session/backup/importBackup.ts'
import { loadStored } from '../../src/session/stored.ts'
import { newEntry } from '../../src/session/summary.ts'
import { makeCatalogue } from '../../src/storage/catalogue.ts'
import { openDatabase } from '../../src/storage/database.ts'
import { makeCheckingWorker } from './checkingWorker.ts'
import { freshName } from './disk.ts'

/** The moment at which a device exports, unless it says another. */
export const NOW = Date.UTC(2026, 4, 3, 9, 30)
export const LATER = NOW + 60_000

/** Ids no other test uses: documents of all devices here share one fake IndexedDB, a database each. */
export const freshId = () => freshName()

/** A device with an empty database, and what a person does on it. */
export function makeDevice(now = NOW) {
  const database = openDatabase(freshName())
  const catalogue = makeCatalogue(database)
  const sessions = new Map<string, OpenProject>()
  const parts: BackupParts = {
    database,
    catalogue,
    now: () => now,
    sessions: { find: (id) => sessions.get(id) },
  }
  return {
    catalogue,
    sessions,
    parts,
    add: (id: string, doc: Y.Doc, me = 'm1') =>
      catalogue.add([{ entry: newEntry(readAll(doc, id), me, now), update: Y.encodeStateAsUpdate(doc) }]),
    async project(id: string) {
      const { doc, close } = await loadStored(id, { database })
      const project = readAll(doc, id)
      await close()
      return project
    },
    async export(ids: readonly string[] | 'all' = 'all') {
      const report = await exportBackup(ids, parts)
      if ('refused' in report) throw new Error(`No file was made: ${JSON.stringify(report)}`)
      return report.file
    },
    import: (file: Blob, options: ImportOptions = {}) =>
      importBackup(file, options, { ...parts, startWorker: makeCheckingWorker }),
    /** Everything stored but the documents, to tell that nothing changed. */
    async rows() {
      const tables = [database.projects, database.journal, database.templates, database.settings]
      return Promise.all(tables.map((table) => table.toArray() as PromiseLike<unknown[]>))
    },
  }
}

/** Documents of other devices live under the same names, so a project that moves is given away by its file. */
export async function forget(id: string): Promise<void> {
  await new Promise((resolve) => {
    indexedDB.deleteDatabase(`rollcall:${id}`).onsuccess = resolve
  })
}

/** A template with a name and nothing in it. */
export const template = (id: string, name: string): Template => ({
  id,
  name,
  description: '',
  parties: [],
  stages: [],
})
