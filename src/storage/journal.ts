import * as Y from 'yjs'
import { addJournalRows, type Database, retried } from './database.ts'
import { type Fault, faultOf, within } from './faults.ts'

/** Whether this device has every local edit on its disk. */
export type SaveStatus =
  | { readonly state: 'saving' | 'saved' }
  | { readonly state: 'failed'; readonly fault: Fault }

/** Writes the local edits of one document as journal rows. */
export interface Journal {
  /** Hands what is pending to the database in this very turn, and says how it went. */
  flush(): Promise<SaveStatus>
  /** Tells the status again, unless it was the last word. */
  report(): void
  /** Stops listening to the document. What is pending should have been flushed. */
  close(): void
}

/** Edits that are not on the disk yet, and the state vector from before the first of them. */
interface Batch {
  /** Counts batches in the order they were begun. */
  readonly order: number
  readonly since: Uint8Array
  readonly updates: Uint8Array[]
}

/** How long keystrokes of a note are gathered. */
const NOTE_BATCH = 100
/** A write without an answer for this long is shown as failed and tried again; written twice does no harm. */
const ANSWER = 3_000
const RETRY = { first: 250, longest: 5_000 }
/** More pending edits than this are written as one difference. */
const MANY = 200

/**
 * Journals `doc` from now on. A local edit is handed to the database at the end of the turn it was made in, edits of the
 * notes alone within 100 ms. "saved" is said only when the strict transactions of all edits have completed, "failed" as
 * soon as one did not; its edits stay in memory and are tried again after a while, with the next edit and on flush.
 */
export function makeJournal(options: {
  project: string
  doc: Y.Doc
  database: Database
  onStatus: (status: SaveStatus) => void
}): Journal {
  const { project, doc, database, onStatus } = options
  const writing = new Set<Promise<void>>()
  let waiting: Batch | null = null
  let fault: Fault | null = null
  let failures = 0
  let batches = 0
  let told = ''
  let timer: ReturnType<typeof setTimeout> | undefined
  let due = Number.POSITIVE_INFINITY
  let hurried = false

  const status = (): SaveStatus => {
    if (fault) return { state: 'failed', fault }
    return { state: waiting || writing.size > 0 ? 'saving' : 'saved' }
  }
  const report = () => {
    const now = status()
    const key = now.state === 'failed' ? `failed ${now.fault.kind}` : now.state
    if (key === told) return
    told = key
    onStatus(now)
  }

  const append = (update: Uint8Array, _origin: unknown, _doc: Y.Doc, transaction: Y.Transaction) => {
    // What Yjs calls local is what was edited here; merged updates, from storage or from others, are not.
    if (!transaction.local) return
    waiting ??= { order: batches++, since: Y.encodeStateVector(transaction.beforeState), updates: [] }
    waiting.updates.push(update)
    if ([...transaction.changed.keys()].every((type) => type instanceof Y.Text)) wait(NOTE_BATCH)
    else hurry()
    report()
  }
  const wait = (ms: number) => {
    const at = performance.now() + ms
    if (at >= due) return
    clearTimeout(timer)
    due = at
    timer = setTimeout(write, ms)
  }
  // One write at a time, so that edits made while the disk works share the next; only flush does not wait.
  const hurry = () => {
    if (hurried) return
    hurried = true
    queueMicrotask(() => {
      if (hurried && writing.size === 0) write()
    })
  }

  function write(): void {
    clearTimeout(timer)
    due = Number.POSITIVE_INFINITY
    hurried = false
    const batch = waiting
    if (!batch) return
    waiting = null
    const attempt = within(ANSWER, store(batch), 'journal')
      .then(() => {
        failures = 0
      })
      .catch((error: unknown) => {
        waiting = waiting ? joined(batch, waiting) : batch
        fault = faultOf(error)
        wait(Math.min(RETRY.first * 2 ** failures++, RETRY.longest))
      })
      .then(() => {
        writing.delete(attempt)
        if (!waiting && writing.size === 0) fault = null
        if (waiting && hurried) write()
        report()
      })
    writing.add(attempt)
  }

  function store({ since, updates }: Batch): Promise<unknown> {
    const all = updates.length > MANY ? [Y.encodeStateAsUpdate(doc, since)] : updates
    const at = Date.now()
    const rows = all.map((update) => ({ project, update, at }))
    return retried(database, () => addJournalRows(database, rows))
  }

  doc.on('update', append)
  return {
    async flush() {
      write()
      while (writing.size > 0) await Promise.all(writing)
      return status()
    },
    report,
    close() {
      doc.off('update', append)
      clearTimeout(timer)
    },
  }
}

/** Two batches as one, told from before the older: of writes that overlap, the newer one can be the last to fail. */
function joined(a: Batch, b: Batch): Batch {
  const [older, newer] = a.order < b.order ? [a, b] : [b, a]
  return { ...older, updates: [...older.updates, ...newer.updates] }
}
