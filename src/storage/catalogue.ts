import { liveQuery, type PromiseExtended } from 'dexie'
import type { Template } from '../domain/template.ts'
import { type Database, type ProjectEntry, reopen, retried } from './database.ts'
import { type Fault, faultOf } from './faults.ts'
import { databaseName } from './names.ts'
import { purgeProjects } from './purge.ts'

/** A project to add: its row in the list, and its document as a Yjs V1 update. */
export interface Addition {
  readonly entry: ProjectEntry
  readonly update: Uint8Array
}

type Watch<Row> = (listener: (rows: readonly Row[]) => void, onError: (fault: Fault) => void) => () => void

/** The projects and templates of this device, and what it remembers. Everything but watching rejects where it fails. */
export interface Catalogue {
  /** Tells all rows now and after each change, also one made in another tab. Tells a fault, and tries again, where it cannot. */
  readonly watchProjects: Watch<ProjectEntry>
  readonly watchTemplates: Watch<Template>
  find(id: string): Promise<ProjectEntry | undefined>
  /**
   * Adds projects and templates, all or nothing. A project that is already here keeps what belongs to this device, comes
   * back if it was deleted, and takes the update in: at once where a tab has it open, else when it is opened.
   */
  add(projects: readonly Addition[], templates?: readonly Template[]): Promise<void>
  /** Changes fields of a row. An id that is not here is passed over. */
  patch(id: string, fields: Partial<ProjectEntry>): Promise<void>
  saveTemplate(template: Template): Promise<void>
  removeTemplate(id: string): Promise<void>
  setting(key: string): Promise<unknown>
  setSetting(key: string, value: unknown): Promise<void>
  /** Removes for good the projects that were deleted before a time; those open in a tab are left for the next time. */
  purge(before: number): Promise<void>
}

/** Pause before asking a database that failed again. */
const PAUSE = 2_000

/** Makes the catalogue of a database. */
export function makeCatalogue(database: Database): Catalogue {
  const { projects, journal, templates, settings } = database

  async function add(additions: readonly Addition[], own: readonly Template[] = []): Promise<void> {
    const write = async () => {
      const found = await projects.bulkGet(additions.map(({ entry }) => entry.id))
      await projects.bulkPut(additions.map(({ entry }, index) => merged(entry, found[index])))
      const at = Date.now()
      await journal.bulkAdd(additions.map(({ entry, update }) => ({ project: entry.id, update, at })))
      await templates.bulkPut([...own])
    }
    await retried(database, () => database.transaction('rw', [projects, journal, templates], write))
    for (const { entry, update } of additions) tellTabs(entry.id, update)
  }

  return {
    watchProjects: watcher(database, () => projects.toArray()),
    watchTemplates: watcher(database, () => templates.toArray()),
    find: (id) => retried(database, () => projects.get(id)),
    add,
    async patch(id, fields) {
      await retried(database, () => projects.update(id, fields))
    },
    async saveTemplate(template) {
      await retried(database, () => templates.put(template))
    },
    removeTemplate: (id) => retried(database, () => templates.delete(id)),
    setting: async (key) => (await retried(database, () => settings.get(key)))?.value,
    async setSetting(key, value) {
      await retried(database, () => settings.put({ key, value }))
    },
    purge: (before) => purgeProjects(database, before),
  }
}

/** The row as added, with what this device alone knows kept from the row that was there. */
function merged(entry: ProjectEntry, found: ProjectEntry | undefined): ProjectEntry {
  if (!found) return entry
  const { me, myParty, openedAt, archivedAt } = found
  return { ...entry, me, myParty, openedAt, archivedAt, deletedAt: null }
}

/** Hands an update to the tabs that have the project open, in the words of sync/tabs.ts. */
function tellTabs(project: string, update: Uint8Array): void {
  const channel = new BroadcastChannel(databaseName(project))
  channel.postMessage({ kind: 'update', update })
  channel.close()
}

function watcher<Row>(database: Database, query: () => PromiseExtended<readonly Row[]>): Watch<Row> {
  return (listener, onError) => {
    let subscription: { unsubscribe(): void } | undefined
    let timer: ReturnType<typeof setTimeout> | undefined
    // A live query keeps silent about a database that is closed, so its failures are taken as answers.
    const answer = () =>
      query()
        .then((rows) => ({ rows }))
        .catch((error: unknown) => ({ fault: faultOf(error) }))
    const failed = (fault: Fault) => {
      subscription?.unsubscribe()
      onError(fault)
      timer = setTimeout(start, PAUSE)
    }
    const start = () => {
      reopenAfter(database)
      subscription = liveQuery(answer).subscribe({
        next: (told) => ('rows' in told ? listener(told.rows) : failed(told.fault)),
        error: (error: unknown) => failed(faultOf(error)),
      })
    }
    start()
    return () => {
      clearTimeout(timer)
      subscription?.unsubscribe()
    }
  }
}

/** A failure to open is remembered by the connection; asking again is of use only on a fresh one. */
function reopenAfter(database: Database): void {
  if (database.hasFailed()) reopen(database)
}
