import { IndexeddbPersistence, storeState } from 'y-indexeddb'
import type * as Y from 'yjs'
import { type Fault, faultOf, within } from './faults.ts'
import { databaseName } from './names.ts'
import { completed, exists } from './rawDatabase.ts'
import { applyEach } from './updates.ts'

/** The y-indexeddb database of one document, kept open and guarded. */
export interface Provider {
  /**
   * Opens the database and loads the document from it. Gives false, and makes none, where there is no database yet: the
   * document's first update makes it. Rejects with a Fault where it cannot be opened.
   */
  load(): Promise<boolean>
  /** What the database holds, after it is on the disk; null where that cannot be told now. */
  stored(): Promise<Uint8Array[] | null>
  /** Adds an update to the database by hand. */
  add(update: Uint8Array): void
  /** Folds the stored updates into one where they have become many. */
  trim(): Promise<void>
  /** Stores the last of it and closes, in the one order that loses nothing. */
  close(): Promise<void>
}

/** A phone that just woke can take seconds to open a database; longer than this it is given up. */
const ANSWER = 10_000

/**
 * Makes the provider of a document. y-indexeddb alone writes without looking: a closed connection makes the edit throw,
 * a failed write goes unseen. So its listener is taken off the document and a guarded one put in its place. What it
 * loses the journal still has. Where the connection was closed under it, the next update opens another, which stores the
 * whole document first.
 */
export function makeProvider(options: {
  project: string
  doc: Y.Doc
  onCorrupt: (fault: Fault) => void
}): Provider {
  const { project, doc, onCorrupt } = options
  const name = databaseName(project)
  let current: IndexeddbPersistence | null = null
  let connecting: Promise<boolean> | null = null
  let closed = false
  // Asked at once, while others are still reading. That it is there holds; that it is not has to be asked again.
  const early = exists(name).catch(() => false)

  async function connect(make: boolean): Promise<boolean> {
    // y-indexeddb never tells that its database cannot be opened, so that is found out before.
    const found = await within(
      ANSWER,
      early.then((there) => there || exists(name)),
      name,
    )
    if (!found && !make && doc.store.clients.size === 0) return found
    const next = new IndexeddbPersistence(name, doc)
    doc.off('update', next._storeUpdate)
    doc.off('destroy', next.destroy)
    current = next
    const database = await within(ANSWER, next._db, name).catch((error: unknown) => {
      lose(next)
      throw error
    })
    // As y-indexeddb does, but we remember that it is gone.
    database.onversionchange = () => lose(next)
    database.onclose = () => lose(next)
    await loadedInto(next, database)
    return found
  }

  /**
   * y-indexeddb gives no word when an update it stored cannot be applied. But a transaction begun after its own is run
   * after it: by then it has loaded, or never will, and the updates are applied here one by one. The bad ones stay.
   */
  async function loadedInto(provider: IndexeddbPersistence, database: IDBDatabase): Promise<void> {
    const after = database.transaction(['updates'], 'readonly')
    after.objectStore('updates').count()
    await Promise.race([provider.whenSynced, completed(after)])
    if (provider.synced) return
    const reading = database.transaction(['updates'], 'readonly')
    const rows = reading.objectStore('updates').getAll()
    await completed(reading)
    const bad = applyEach(doc, rows.result, provider)
    onCorrupt({
      kind: 'corrupt',
      detail: `${name}: ${bad} of ${rows.result.length} stored updates cannot be read`,
    })
  }

  function reconnect(make = true): Promise<boolean> {
    connecting ??= connect(make).finally(() => {
      connecting = null
    })
    return connecting
  }

  function lose(provider: IndexeddbPersistence): void {
    // Not destroyed: a trim that is still running would then delete what it did not read.
    provider.db?.close()
    if (current === provider) current = null
  }

  function add(update: Uint8Array): void {
    if (closed) return
    const provider = current
    // Before its database is open nothing is to be done: on opening it stores the document as it is then.
    if (!provider?.db) {
      reconnect().catch(unheard)
      return
    }
    try {
      const transaction = provider.db.transaction(['updates'], 'readwrite')
      transaction.objectStore('updates').add(update)
    } catch {
      lose(provider)
      reconnect().catch(unheard)
    }
  }
  const onUpdate = (update: Uint8Array, origin: unknown) => {
    if (!current || origin !== current) add(update)
  }
  doc.on('update', onUpdate)

  return {
    load: () => reconnect(false).catch((error: unknown) => Promise.reject(faultOf(error))),
    async stored() {
      // A connection made now would never be closed, and would keep the project from being removed for good.
      if (closed) return null
      try {
        if (!current?.db) await reconnect()
        const database = current?.db
        if (!database) return null
        // Reading tells what the database has, not that the disk has it; a strict write after it tells both.
        const transaction = database.transaction(['updates', 'custom'], 'readwrite', { durability: 'strict' })
        const rows = transaction.objectStore('updates').getAll()
        transaction.objectStore('custom').put(Date.now(), 'seen')
        await completed(transaction)
        return rows.result
      } catch {
        return null
      }
    },
    add,
    async trim() {
      if (!closed && current?.synced) await storeState(current, false).catch(unheard)
    },
    async close() {
      closed = true
      doc.off('update', onUpdate)
      await connecting?.catch(unheard)
      const provider = current
      if (!provider?.db) return
      try {
        await within(2_000, storeState(provider, false), name)
        // In the same turn as the end of storing: a trim that goes on once "destroyed" deletes what it did not read.
        await provider.destroy()
      } catch {
        provider.db.close()
      }
    },
  }
}

/** The journal has what this database lost, and its status is what is shown; so a failure here needs no further word. */
function unheard(): void {}
