import type * as Y from 'yjs'
import { makeDocument } from '../document/document.ts'
import type { Database } from '../storage/database.ts'
import type { Fault } from '../storage/faults.ts'
import { openProjectStore } from '../storage/projectStore.ts'

/** A project's document as it is stored, outside any screen. */
export interface StoredDocument {
  readonly doc: Y.Doc
  /** `empty`: nothing is stored here under this id. */
  readonly outcome: 'loaded' | 'empty'
  /** Why `doc` holds only a part of what is stored; null where it holds all. */
  readonly fault: Fault | null
  /** Writes what was edited in `doc`, lets go of the database and destroys the document. */
  close(): Promise<void>
}

/**
 * Loads a stored project without opening a session: for a copy, a template or a backup of it. Rejects with a Fault where
 * it cannot be read, having closed everything. What an open session has not saved yet is not in it.
 */
export async function loadStored(id: string, { database }: { database: Database }): Promise<StoredDocument> {
  const doc = makeDocument()
  const store = openProjectStore({ id, doc, database, onStatus: () => {} })
  const close = async () => {
    await store.close()
    doc.destroy()
  }
  try {
    const outcome = await store.loaded
    return { doc, outcome, fault: store.unread(), close }
  } catch (error) {
    await close()
    throw error
  }
}
