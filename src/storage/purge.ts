import type { Database } from './database.ts'
import { databaseName } from './names.ts'
import { remove } from './rawDatabase.ts'

/**
 * Removes projects deleted before a time: first the document's own database, then rows and journal in one transaction,
 * so that whatever is interrupted is found and finished the next time. A project that a tab has open, or that came back
 * meanwhile, stays.
 */
export async function purgeProjects(database: Database, before: number): Promise<void> {
  const { projects, journal } = database
  const isDue = (deletedAt: number | null | undefined) => typeof deletedAt === 'number' && deletedAt < before
  const due = await projects.filter(({ deletedAt }) => isDue(deletedAt)).primaryKeys()
  for (const id of due) {
    await ifClosed(databaseName(id), async () => {
      // It can have come back while others were removed.
      if (!isDue((await projects.get(id))?.deletedAt)) return
      if (!(await remove(databaseName(id)))) return
      await database.transaction('rw', [projects, journal], async () => {
        if (!isDue((await projects.get(id))?.deletedAt)) return
        await projects.delete(id)
        await journal.where('project').equals(id).delete()
      })
    })
  }
}

/** Does `work` unless a tab holds the project's lock (see lock.ts). Without Web Locks the deletion itself finds out. */
async function ifClosed(name: string, work: () => Promise<void>): Promise<void> {
  const locks = globalThis.navigator?.locks
  if (!locks) return work()
  await locks.request(name, { ifAvailable: true }, (lock) => (lock ? work() : undefined))
}
