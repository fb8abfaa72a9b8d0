import { encodeStateAsUpdate } from 'yjs'
import type { Catalogue } from '../../storage/catalogue.ts'
import type { ProjectEntry } from '../../storage/database.ts'
import { type Fault, within } from '../../storage/faults.ts'
import { loadStored } from '../stored.ts'
import type { BackupParts } from './contract.ts'

/** How long a list that may be out of order is waited for, in milliseconds. */
const ANSWER = 1000

/** A project's document as it is on this device. */
interface Here {
  /** The whole document as one Yjs V1 update. */
  readonly update: Uint8Array
  /** Why that is only a part of what is stored; null where it is all. */
  readonly fault: Fault | null
}

/**
 * A project of this device: from the open session, which holds what could not be saved too and needs no database, else
 * as stored. Rejects with a Fault where nothing can be read.
 */
export async function encodeHere(id: string, { sessions, database }: BackupParts): Promise<Here> {
  const open = sessions.find(id)
  if (open) return { update: open.encode(), fault: open.unread() }
  const { doc, outcome, fault, close } = await loadStored(id, { database })
  try {
    if (outcome === 'empty') {
      throw fault ?? ({ kind: 'unknown', detail: `nothing is stored under ${id}` } satisfies Fault)
    }
    return { update: encodeStateAsUpdate(doc), fault }
  } finally {
    await close()
  }
}

/** A project's row; undefined where there is none, and soon where the list does not answer. */
export function entryHere(id: string, catalogue: Catalogue): Promise<ProjectEntry | undefined> {
  return within(ANSWER, catalogue.find(id), 'list').catch(() => undefined)
}

/** All rows of the list, deleted ones included. Rejects with a Fault. */
export const allEntries = (catalogue: Catalogue) => firstRows(catalogue.watchProjects)

/** The templates of one's own. Rejects with a Fault. */
export const ownTemplates = (catalogue: Catalogue) => firstRows(catalogue.watchTemplates)

type Watch<Row> = (listener: (rows: readonly Row[]) => void, onError: (fault: Fault) => void) => () => void

/** The rows a catalogue tells first. */
async function firstRows<Row>(watch: Watch<Row>): Promise<readonly Row[]> {
  const { promise, resolve, reject } = Promise.withResolvers<readonly Row[]>()
  const stop = watch(resolve, reject)
  try {
    return await within(ANSWER * 10, promise, 'list')
  } finally {
    stop()
  }
}
