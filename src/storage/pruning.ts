import type { Database } from './database.ts'
import type { Provider } from './provider.ts'
import { siftInWorker } from './siftInWorker.ts'
import type { Sift } from './sifting.ts'

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
 * has seen stays. Rejects where the journal cannot be read or written, or the document not be looked into.
 */
export async function prune(options: {
  project: string
  database: Database
  provider: Provider
  sift?: Sift | undefined
}): Promise<Pruned> {
  const { project, database, provider, sift = siftInWorker } = options
  const rows = await database.journal.where('project').equals(project).toArray()
  if (rows.length === 0) return { removed: 0, left: 0, added: false }
  const stored = await provider.stored()
  if (!stored) return { removed: 0, left: rows.length, added: false }
  const { seen, lacking } = await sift({ stored, edits: rows.map(({ update }) => update) })
  await database.journal.bulkDelete(seen.flatMap((index) => rows[index]?.seq ?? []))
  if (lacking) provider.add(lacking)
  return { removed: seen.length, left: rows.length - seen.length, added: lacking !== null }
}
