import type * as Y from 'yjs'
import { type Database, type JournalRow, retried } from './database.ts'
import { type Fault, faultOf, within } from './faults.ts'
import { makeJournal, type SaveStatus } from './journal.ts'
import { holdLock } from './lock.ts'
import { databaseName } from './names.ts'
import { makeProvider } from './provider.ts'
import { makePruner } from './pruner.ts'
import type { Sift } from './sifting.ts'
import { applyEach } from './updates.ts'

export type { SaveStatus } from './journal.ts'

/** Keeps one document on this device. */
export interface ProjectStore {
  /**
   * Resolves when the document holds what is stored here: 'empty' where that is nothing. Rejects with a Fault where the
   * storage cannot be opened, or has not answered in 10 s.
   */
  readonly loaded: Promise<'loaded' | 'empty'>
  /** Why the document holds only a part of what is stored; null where it holds all of it that was loaded. */
  unread(): Fault | null
  /** Writes what is pending now, keystrokes of notes too, and says how it went. */
  flush(): Promise<SaveStatus>
  /** Flushes, closes the document's database and lets other tabs tidy. */
  close(): Promise<void>
}

/** Storage that has not answered for this long is shown as failed, so that it is told within a second. */
const SLOW = 900
/** But a phone that just woke can take seconds, so only after this long it is given up. */
const ANSWER = 10_000

/**
 * Stores `doc` under `id` and loads it from there. From the first turn on every local edit is journalled, also while
 * loading and where loading fails. `onStatus` is told each change of "saving", "saved" and "failed". An update in storage
 * that cannot be read is told as failed, "corrupt", and stays where it is; the rest is loaded.
 */
export function openProjectStore(options: {
  id: string
  doc: Y.Doc
  database: Database
  onStatus: (status: SaveStatus) => void
  /** In a worker, unless something else is given. */
  sift?: Sift | undefined
}): ProjectStore {
  const { id, doc, database, onStatus, sift } = options
  // What was stored and cannot be read stays a failure, whatever is saved after it.
  let corrupt: Fault | null = null
  // The journal's last word, to be told again after something else was.
  let last: SaveStatus = { state: 'saved' }
  const tell = (status: SaveStatus) => {
    last = status
    onStatus(corrupt && status.state === 'saved' ? { state: 'failed', fault: corrupt } : status)
  }
  const journal = makeJournal({ project: id, doc, database, onStatus: tell })
  const onCorrupt = (fault: Fault) => {
    corrupt = fault
    onStatus({ state: 'failed', fault })
  }
  const provider = makeProvider({ project: id, doc, onCorrupt })
  const lock = holdLock(databaseName(id))
  const pruner = makePruner({ project: id, doc, database, provider, mayPrune: lock.held, sift })
  const onHide = () => {
    if (globalThis.document?.visibilityState === 'hidden') void journal.flush()
  }
  const onLeave = () => void journal.flush()
  globalThis.document?.addEventListener('visibilitychange', onHide)
  globalThis.addEventListener?.('pagehide', onLeave)

  async function load(): Promise<'loaded' | 'empty'> {
    const slow: Fault = { kind: 'blocked', detail: `The storage has not answered in ${SLOW} ms` }
    let saidSlow = false
    const timer = setTimeout(() => {
      saidSlow = true
      onStatus({ state: 'failed', fault: slow })
    }, SLOW)
    try {
      // In this order: a row that another tab prunes meanwhile left the journal only for a document that is read later.
      const rows = await readJournal()
      const found = await provider.load()
      replay(rows)
      journal.report()
      if (saidSlow) tell(last)
      pruner.loaded(rows.length)
      return (found && !isEmpty(doc)) || rows.length > 0 ? 'loaded' : 'empty'
    } catch (error) {
      const fault = faultOf(error)
      onStatus({ state: 'failed', fault })
      throw fault
    } finally {
      clearTimeout(timer)
    }
  }

  function readJournal(): Promise<JournalRow[]> {
    const read = () => database.journal.where('project').equals(id).toArray()
    return within(ANSWER, retried(database, read), 'journal')
  }

  function replay(rows: readonly JournalRow[]): void {
    const bad = applyEach(
      doc,
      rows.map(({ update }) => update),
      journal,
    )
    if (bad > 0)
      onCorrupt({ kind: 'corrupt', detail: `journal: ${bad} of ${rows.length} rows cannot be read` })
  }

  const loaded = load()
  // Told by the status too, so that nobody has to wait for it.
  loaded.catch(() => undefined)
  return {
    loaded,
    unread: () => corrupt,
    flush: () => journal.flush(),
    async close() {
      globalThis.document?.removeEventListener('visibilitychange', onHide)
      globalThis.removeEventListener?.('pagehide', onLeave)
      await loaded.catch(() => undefined)
      await journal.flush()
      journal.close()
      await pruner.finish()
      await provider.close()
      lock.release()
    },
  }
}

const isEmpty = (doc: Y.Doc): boolean => doc.store.clients.size === 0 && doc.store.pendingStructs === null
