// @vitest-environment happy-dom
import { createRoot } from 'solid-js'
import { afterEach, expect, test, vi } from 'vitest'
import { createProjects } from '../../src/session/projects.ts'
import { makeCatalogue } from '../../src/storage/catalogue.ts'
import { openDatabase } from '../../src/storage/database.ts'
import { breakTransactions, freshName } from '../support/disk.ts'

let heal = () => {}
afterEach(() => heal())

test('a fault of the list is told while it lasts and no longer', async () => {
  await createRoot(async (dispose) => {
    heal = breakTransactions((_stores, mode) => {
      if (mode === 'readonly') throw new DOMException('no', 'UnknownError')
    })
    const database = openDatabase(freshName())
    const projects = createProjects({ database, catalogue: makeCatalogue(database), now: () => 1 })
    await vi.waitUntil(() => projects.fault()?.kind === 'unavailable')
    heal()
    await vi.waitUntil(() => projects.list() !== undefined, { timeout: 4_000 })
    expect(projects.fault()).toBeNull()
    dispose()
  })
})
