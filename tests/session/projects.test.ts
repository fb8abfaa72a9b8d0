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

test('a table is read when a screen first asks for it, so that an open project does not wait for the list', () => {
  createRoot((dispose) => {
    const database = openDatabase(freshName())
    const catalogue = makeCatalogue(database)
    const watched = [vi.spyOn(catalogue, 'watchProjects'), vi.spyOn(catalogue, 'watchTemplates')]
    const projects = createProjects({ database, catalogue, now: () => 1 })
    const times = () => watched.map((watch) => watch.mock.calls.length)
    expect(times()).toEqual([0, 0])
    projects.list()
    projects.fault()
    expect(times()).toEqual([1, 0])
    projects.ownTemplates()
    expect(times()).toEqual([1, 1])
    dispose()
  })
})
