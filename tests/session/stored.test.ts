import { afterEach, expect, test, vi } from 'vitest'
import { readAll } from '../../src/document/read.ts'
import { loadStored } from '../../src/session/stored.ts'
import { newEntry } from '../../src/session/summary.ts'
import { makeCatalogue } from '../../src/storage/catalogue.ts'
import { openDatabase } from '../../src/storage/database.ts'
import { freshName } from '../support/disk.ts'
import { usedProject } from '../support/projects.ts'

afterEach(() => vi.restoreAllMocks())

test('F1: a project that was only slow to load is not told as read in part', async () => {
  const database = openDatabase(freshName())
  const id = freshName()
  const { doc, update } = usedProject(4)
  await makeCatalogue(database).add([{ entry: newEntry(readAll(doc, id), 'm4', 1), update }])
  const later = setTimeout
  // The time after which storage is told as slow is over at once.
  vi.spyOn(globalThis, 'setTimeout').mockImplementation(((work: () => void, ms?: number) => {
    if (ms === 900) work()
    return later(work, ms)
  }) as typeof setTimeout)
  const stored = await loadStored(id, { database })
  expect(stored.fault).toBeNull()
  expect(stored.outcome).toBe('loaded')
  await stored.close()
})
