import * as Y from 'yjs'
import type { Database, JournalRow } from './database.ts'
import { applyEach, type Provider } from './provider.ts'

/** Rows tested before the page gets a turn. */
const SLICE = 200

/** What a round of pruning did. */
export interface Pruned {
  readonly removed: number
  readonly left: number
  /** Whether the stored document lacked something that was put into it now. */
  readonly added: boolean
}

/**
 * Removes the journal rows of a project whose updates the stored document is seen to contain, and puts into it what it
 * lacks, to be seen the next time. Never prunes on faith: a row that cannot be read or that waits for an update nobody
 * has seen stays. Rejects where the journal cannot be read or written.
 */
export async function prune(options: {
  project: string
  database: Database
  provider: Provider
}): Promise<Pruned> {
  const { project, database, provider } = options
  const rows = await database.journal.where('project').equals(project).toArray()
  if (rows.length === 0) return { removed: 0, left: 0, added: false }
  const stored = await provider.stored()
  if (!stored) return { removed: 0, left: rows.length, added: false }
  const scratch = new Y.Doc()
  applyEach(scratch, stored, null)
  const { seen, unseen } = await sorted(rows, scratch)
  await database.journal.bulkDelete(seen.flatMap(({ seq }) => seq ?? []))
  const before = Y.snapshot(scratch)
  const vector = Y.encodeStateVector(scratch)
  applyEach(
    scratch,
    unseen.map(({ update }) => update),
    null,
  )
  const added = !Y.equalSnapshots(before, Y.snapshot(scratch))
  if (added) provider.add(Y.encodeStateAsUpdate(scratch, vector))
  scratch.destroy()
  return { removed: seen.length, left: unseen.length, added }
}

async function sorted(rows: readonly JournalRow[], scratch: Y.Doc) {
  const snapshot = Y.snapshot(scratch)
  const seen: JournalRow[] = []
  const unseen: JournalRow[] = []
  for (const [index, row] of rows.entries()) {
    ;(contains(snapshot, row.update) ? seen : unseen).push(row)
    if (index % SLICE === SLICE - 1) await new Promise((resolve) => setTimeout(resolve))
  }
  return { seen, unseen }
}

function contains(snapshot: Y.Snapshot, update: Uint8Array): boolean {
  try {
    return Y.snapshotContainsUpdate(snapshot, update)
  } catch {
    return false
  }
}
