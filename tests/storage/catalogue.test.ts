import { afterEach, expect, test, vi } from 'vitest'
import * as Y from 'yjs'
import { type Catalogue, makeCatalogue } from '../../src/storage/catalogue.ts'
import { type Database, openDatabase, type ProjectEntry } from '../../src/storage/database.ts'
import type { Fault } from '../../src/storage/faults.ts'
import { openProjectStore } from '../../src/storage/projectStore.ts'
import { connectTabs } from '../../src/sync/tabs.ts'
import { breakTransactions, freshName } from '../support/disk.ts'
import { siftHere } from '../support/siftHere.ts'

// DESIGN "How data flows": document -> catalogue, never back.

const entry = (id: string, fields: Partial<ProjectEntry> = {}): ProjectEntry => ({
  id,
  name: 'Payroll feed',
  me: 'someone else',
  myParty: 'TPA',
  createdAt: 1,
  openedAt: 1,
  changedAt: 1,
  archivedAt: null,
  deletedAt: null,
  stages: [],
  lines: 0,
  passed: 0,
  parties: [],
  myOpen: [],
  myOpenCount: 0,
  search: 'payroll feed',
  ...fields,
})

function updateWith(key: string): Uint8Array {
  const doc = new Y.Doc()
  doc.getMap('ticks').set(key, 1)
  return Y.encodeStateAsUpdate(doc)
}

const template = (id: string) => ({ id, name: 'Own', description: '', parties: [], stages: [] })

function fresh(): { database: Database; catalogue: Catalogue } {
  const database = openDatabase(freshName())
  return { database, catalogue: makeCatalogue(database) }
}

const ends: (() => unknown)[] = []
afterEach(async () => {
  for (const end of ends.splice(0)) await end()
})

test('an added project opens with its document', async () => {
  const { database, catalogue } = fresh()
  const id = freshName()
  await catalogue.add([{ entry: entry(id), update: updateWith('a') }], [template('t1')])
  const doc = new Y.Doc()
  const store = openProjectStore({ id, doc, database, onStatus: () => {}, sift: siftHere })
  ends.push(() => store.close())
  await expect(store.loaded).resolves.toBe('loaded')
  expect(doc.getMap('ticks').get('a')).toBe(1)
  await expect(catalogue.find(id)).resolves.toEqual(entry(id))
  expect(await database.templates.count()).toBe(1)
})

test('projects and templates are added all or nothing', async () => {
  const { database, catalogue } = fresh()
  const good = { entry: entry(freshName()), update: updateWith('a') }
  const bad = { entry: { ...entry(freshName()), id: {} as string }, update: updateWith('b') }
  await expect(catalogue.add([good, bad], [template('t1')])).rejects.toThrow()
  expect(await Promise.all(database.tables.map((table) => table.count()))).toEqual([0, 0, 0, 0])
})

test('adding a project that is here keeps what belongs to this device, and brings it back if it was deleted', async () => {
  const { catalogue } = fresh()
  const id = freshName()
  const mine = { me: 'me', myParty: 'CIT', openedAt: 5, archivedAt: 6 }
  await catalogue.add([{ entry: entry(id, { ...mine, deletedAt: 7 }), update: updateWith('a') }])
  await catalogue.add([{ entry: entry(id, { name: 'Renamed' }), update: updateWith('b') }])
  await expect(catalogue.find(id)).resolves.toEqual(entry(id, { ...mine, name: 'Renamed' }))
})

test('a tab that has the project open takes the added update in at once', async () => {
  const { catalogue } = fresh()
  const id = freshName()
  const doc = new Y.Doc()
  const tabs = connectTabs({ id, doc })
  ends.push(() => tabs.close())
  const told = new Promise((resolve) => doc.once('update', resolve))
  await catalogue.add([{ entry: entry(id), update: updateWith('a') }])
  await told
  expect(doc.getMap('ticks').get('a')).toBe(1)
})

test('the list tells its rows at first and after each change', async () => {
  const { catalogue } = fresh()
  const names: string[][] = []
  let wake = () => {}
  const stop = catalogue.watchProjects(
    (rows) => {
      names.push(rows.map(({ name }) => name))
      wake()
    },
    (fault) => expect.unreachable(fault.detail),
  )
  ends.push(stop)
  const next = () => new Promise<void>((resolve) => (wake = resolve))
  await next()
  const id = freshName()
  const added = next()
  await catalogue.add([{ entry: entry(id), update: updateWith('a') }])
  await added
  const renamed = next()
  await catalogue.patch(id, { name: 'Renamed' })
  await renamed
  expect(names).toEqual([[], ['Payroll feed'], ['Renamed']])
})

test('a list that cannot be read tells its fault, and its rows when it can again', async () => {
  const { catalogue } = fresh()
  const heal = breakTransactions((_stores, mode) => {
    if (mode === 'readonly') throw new DOMException('no', 'UnknownError')
  })
  ends.push(heal)
  const fault = await new Promise<Fault>((resolve) => {
    const stop = catalogue.watchTemplates(() => expect.unreachable(), resolve)
    ends.push(stop)
  })
  expect(fault.kind).toBe('unavailable')
  ends.splice(1)[0]?.()
  heal()
  await new Promise((resolve) => ends.push(catalogue.watchTemplates(resolve, () => {})))
})

test('patching a project that is not here does nothing', async () => {
  const { database, catalogue } = fresh()
  await catalogue.patch(freshName(), { name: 'x' })
  expect(await database.projects.count()).toBe(0)
})

test('templates and settings are kept', async () => {
  const { database, catalogue } = fresh()
  await catalogue.saveTemplate(template('t1'))
  await catalogue.saveTemplate({ ...template('t1'), name: 'Renamed' })
  expect(await database.templates.toArray()).toEqual([{ ...template('t1'), name: 'Renamed' }])
  await catalogue.removeTemplate('t1')
  expect(await database.templates.count()).toBe(0)
  await expect(catalogue.setting('theme')).resolves.toBeUndefined()
  await catalogue.setSetting('theme', 'dark')
  await expect(catalogue.setting('theme')).resolves.toBe('dark')
})

test('purging removes what was deleted long ago, with its document, and leaves the rest', async () => {
  const { database, catalogue } = fresh()
  const ids = { old: freshName(), recent: freshName(), kept: freshName() }
  for (const [id, deletedAt] of [
    [ids.old, 5],
    [ids.recent, 15],
    [ids.kept, null],
  ] as const) {
    await catalogue.add([{ entry: entry(id, { deletedAt }), update: updateWith('a') }])
    const store = openProjectStore({ id, doc: new Y.Doc(), database, onStatus: () => {}, sift: siftHere })
    await store.loaded
    await store.close()
    await database.journal.add({ project: id, update: updateWith('b'), at: 0 })
  }
  await catalogue.purge(10)
  const left = (await database.projects.toArray()).map(({ id }) => id)
  expect(left.toSorted()).toEqual([ids.recent, ids.kept].toSorted())
  const journalled = new Set((await database.journal.toArray()).map(({ project }) => project))
  expect(journalled).toEqual(new Set([ids.recent, ids.kept]))
  const databases = (await indexedDB.databases()).map(({ name }) => name)
  expect(databases).not.toContain(`rollcall:${ids.old}`)
  expect(databases).toContain(`rollcall:${ids.recent}`)
})

test('purging leaves a project that a tab has open', async () => {
  const { database, catalogue } = fresh()
  const id = freshName()
  await catalogue.add([{ entry: entry(id, { deletedAt: 5 }), update: updateWith('a') }])
  const store = openProjectStore({ id, doc: new Y.Doc(), database, onStatus: () => {}, sift: siftHere })
  await store.loaded
  await catalogue.purge(10)
  expect(await database.projects.count()).toBe(1)
  await store.close()
  await catalogue.purge(10)
  expect(await database.projects.count()).toBe(0)
})

test('purging leaves a project that comes back while others are removed, with its document', async () => {
  const { database, catalogue } = fresh()
  // Rows are gone through by id.
  const [first, back] = [`${freshName()}-a`, `${freshName()}-b`]
  for (const id of [first, back]) {
    await catalogue.add([{ entry: entry(id, { deletedAt: 5 }), update: updateWith('a') }])
    const store = openProjectStore({ id, doc: new Y.Doc(), database, onStatus: () => {}, sift: siftHere })
    await store.loaded
    await store.close()
  }
  const remove = indexedDB.deleteDatabase.bind(indexedDB)
  const spy = vi.spyOn(indexedDB, 'deleteDatabase').mockImplementationOnce((name) => {
    const request = remove(name)
    void catalogue.patch(name.endsWith('-a') ? back : first, { deletedAt: null })
    return request
  })
  ends.push(() => spy.mockRestore())
  await catalogue.purge(10)
  expect((await database.projects.toArray()).map(({ id }) => id)).toEqual([back])
  expect((await indexedDB.databases()).map(({ name }) => name)).toContain(`rollcall:${back}`)
})
