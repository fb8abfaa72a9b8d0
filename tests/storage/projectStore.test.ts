import { afterEach, expect, test } from 'vitest'
import * as Y from 'yjs'
import { type Database, openDatabase } from '../../src/storage/database.ts'
import { openProjectStore, type ProjectStore } from '../../src/storage/projectStore.ts'
import {
  breakOpening,
  crash,
  fillDisk,
  freshName,
  putUpdate,
  statusLog,
  takeStrays,
} from '../support/disk.ts'
import { siftHere } from '../support/siftHere.ts'

// DESIGN "Storage: what saved means"; each test is one of its promises.

interface Page {
  readonly doc: Y.Doc
  readonly ticks: Y.Map<unknown>
  readonly store: ProjectStore
  readonly database: Database
  readonly status: ReturnType<typeof statusLog>
}

const pages = new Set<Page>()
let heal: () => unknown = () => {}

function open(id: string, database: Database): Page {
  const doc = new Y.Doc()
  const status = statusLog()
  const store = openProjectStore({ id, doc, database, onStatus: status.onStatus, sift: siftHere })
  const page = { doc, ticks: doc.getMap('ticks'), store, database, status }
  pages.add(page)
  return page
}

async function close(page: Page): Promise<void> {
  pages.delete(page)
  await page.store.close()
}

afterEach(async () => {
  heal()
  for (const page of pages) await close(page)
})

test('a project that was never stored here opens as empty, and opening makes no database for it', async () => {
  const id = freshName()
  const page = open(id, openDatabase(freshName()))
  await expect(page.store.loaded).resolves.toBe('empty')
  const names = (await indexedDB.databases()).map(({ name }) => name)
  expect(names).not.toContain(`rollcall:${id}`)
})

test('an edit shows as saving, and as saved only when its row is in the journal', async () => {
  const id = freshName()
  const page = open(id, openDatabase(freshName()))
  await page.store.loaded
  page.ticks.set('a', 1)
  expect(page.status.last()).toEqual({ state: 'saving' })
  await page.status.until('saved')
  expect(await page.database.journal.where('project').equals(id).count()).toBe(1)
})

test('what another tab moves from the journal to the document while this one loads is loaded', async () => {
  const id = freshName()
  const first = open(id, openDatabase(freshName()))
  await first.store.loaded
  first.ticks.set('a', 1)
  await first.status.until('saved')
  await expect
    .poll(async () => (await indexedDB.databases()).map(({ name }) => name))
    .toContain(`rollcall:${id}`)
  const theirs = new Y.Doc()
  theirs.getMap('ticks').set('b', 2)
  let moved: Promise<unknown> | undefined
  first.database.journal.hook('reading', (row) => {
    moved ??= putUpdate(`rollcall:${id}`, Y.encodeStateAsUpdate(theirs))
    return row
  })
  const second = open(id, first.database)
  await second.store.loaded
  await moved
  expect(second.ticks.toJSON()).toEqual({ a: 1, b: 2 })
})

test('edits of one turn share one transaction, each with a row of its own', async () => {
  const id = freshName()
  const page = open(id, openDatabase(freshName()))
  await page.store.loaded
  for (const key of ['a', 'b', 'c']) page.ticks.set(key, 1)
  await page.status.until('saved')
  const rows = await page.database.journal.where('project').equals(id).toArray()
  expect(rows.map(({ at }) => at)).toEqual([rows[0]?.at, rows[0]?.at, rows[0]?.at])
  expect(page.status.log.map(({ state }) => state)).toEqual(['saved', 'saving', 'saved'])
})

test('keystrokes of a note are gathered, and flush does not wait for the rest', async () => {
  const id = freshName()
  const page = open(id, openDatabase(freshName()))
  await page.store.loaded
  const note = page.doc.getText('note/1')
  for (const letter of 'hello') note.insert(note.length, letter)
  await Promise.resolve()
  expect(await page.database.journal.where('project').equals(id).count()).toBe(0)
  expect(page.status.last()).toEqual({ state: 'saving' })
  await expect(page.store.flush()).resolves.toEqual({ state: 'saved' })
  expect(await page.database.journal.where('project').equals(id).count()).toBe(5)
})

test('keystrokes of a note are saved without being asked for', async () => {
  const page = open(freshName(), openDatabase(freshName()))
  await page.store.loaded
  page.doc.getText('note/1').insert(0, 'hello')
  await page.status.until('saving')
  await page.status.until('saved')
})

test('what showed saved is there after the page was killed', async () => {
  const [id, name] = [freshName(), freshName()]
  const page = open(id, openDatabase(name))
  await page.store.loaded
  page.ticks.set('a', 1)
  await page.status.until('saved')
  crash(page.database)
  pages.delete(page)
  const next = open(id, openDatabase(name))
  await expect(next.store.loaded).resolves.toBe('loaded')
  expect(next.ticks.get('a')).toBe(1)
})

test('what was closed is there when it is opened again', async () => {
  const [id, database] = [freshName(), openDatabase(freshName())]
  const page = open(id, database)
  page.ticks.set('made while loading', 1)
  await page.store.loaded
  page.ticks.set('a', 1)
  await close(page)
  const next = open(id, database)
  await next.store.loaded
  expect(next.ticks.toJSON()).toEqual({ 'made while loading': 1, a: 1 })
})

test('a visit leaves no journal rows behind, since its last round sees them stored', async () => {
  const [id, database] = [freshName(), openDatabase(freshName())]
  const page = open(id, database)
  await page.store.loaded
  page.ticks.set('a', 1)
  await close(page)
  expect(await database.journal.count()).toBe(0)
  const next = open(id, database)
  await next.store.loaded
  expect(next.ticks.get('a')).toBe(1)
})

test('a merged update is no edit of this page and is not journalled', async () => {
  const id = freshName()
  const page = open(id, openDatabase(freshName()))
  await page.store.loaded
  const other = new Y.Doc()
  other.getMap('ticks').set('b', 1)
  Y.applyUpdate(page.doc, Y.encodeStateAsUpdate(other))
  await expect(page.store.flush()).resolves.toEqual({ state: 'saved' })
  expect(await page.database.journal.where('project').equals(id).count()).toBe(0)
})

test('an edit on a full disk fails at once, stays failed, and is saved when there is room', async () => {
  const page = open(freshName(), openDatabase(freshName()))
  await page.store.loaded
  heal = fillDisk()
  page.ticks.set('a', 1)
  await expect(page.status.until('failed')).resolves.toMatchObject({ kind: 'quota' })
  page.ticks.set('b', 1)
  await expect(page.store.flush()).resolves.toMatchObject({ state: 'failed' })
  expect(page.status.last()).toMatchObject({ state: 'failed' })
  heal()
  await page.status.until('saved')
  const rows = await page.database.journal.toArray()
  const copy = new Y.Doc()
  for (const { update } of rows) Y.applyUpdate(copy, update)
  expect(copy.getMap('ticks').toJSON()).toEqual({ a: 1, b: 1 })
})

test('after a failure the next edit tries again without waiting', async () => {
  const page = open(freshName(), openDatabase(freshName()))
  await page.store.loaded
  heal = fillDisk()
  page.ticks.set('a', 1)
  await page.status.until('failed')
  await page.store.flush()
  await page.store.flush()
  heal()
  page.ticks.set('b', 1)
  await page.status.until('saved')
  expect(await page.database.journal.count()).toBe(2)
})

test('many edits that could not be saved are written as one row', async () => {
  const page = open(freshName(), openDatabase(freshName()))
  await page.store.loaded
  page.ticks.set('before', 1)
  await page.store.flush()
  heal = fillDisk()
  for (let n = 0; n < 300; n++) page.ticks.set(`${n}`, n)
  await page.status.until('failed')
  heal()
  await page.store.flush()
  const rows = await page.database.journal.toArray()
  expect(rows).toHaveLength(2)
  const copy = new Y.Doc()
  for (const { update } of rows) Y.applyUpdate(copy, update)
  expect(copy.getMap('ticks').size).toBe(301)
})

test('of writes that overlap and fail one after the other, all edits are written when there is room', async () => {
  const page = open(freshName(), openDatabase(freshName()))
  await page.store.loaded
  heal = fillDisk()
  page.ticks.set('first', 1)
  const failing = page.store.flush()
  page.ticks.set('second', 1)
  await Promise.all([failing, page.store.flush()])
  for (let n = 0; n < 300; n++) page.ticks.set(`${n}`, n)
  heal()
  await expect(page.store.flush()).resolves.toEqual({ state: 'saved' })
  const copy = new Y.Doc()
  for (const { update } of await page.database.journal.toArray()) Y.applyUpdate(copy, update)
  expect(copy.getMap('ticks').size).toBe(302)
})

test('a connection that was closed is opened again for the next edit', async () => {
  const page = open(freshName(), openDatabase(freshName()))
  await page.store.loaded
  page.database.backendDB().close()
  page.ticks.set('a', 1)
  await page.status.until('saved')
  expect(page.status.log.map(({ state }) => state)).not.toContain('failed')
})

test('an edit with the connection of y-indexeddb closed does not throw, and is stored there again', async () => {
  const [id, database] = [freshName(), openDatabase(freshName())]
  const page = open(id, database)
  page.ticks.set('a', 1)
  await page.store.loaded
  // Deleting asks every connection to close; y-indexeddb alone would throw at the next edit.
  await new Promise((resolve) => {
    indexedDB.deleteDatabase(`rollcall:${id}`).onsuccess = resolve
  })
  page.ticks.set('b', 1)
  await close(page)
  await database.journal.clear()
  const next = open(id, database)
  await expect(next.store.loaded).resolves.toBe('loaded')
  expect(next.ticks.toJSON()).toEqual({ a: 1, b: 1 })
})

test('a database that cannot be opened is told within a second, and so are the edits', async () => {
  heal = breakOpening(() => {
    throw new DOMException('no storage here', 'SecurityError')
  })
  const began = performance.now()
  const page = open(freshName(), openDatabase(freshName()))
  await expect(page.store.loaded).rejects.toMatchObject({ kind: 'unavailable' })
  page.ticks.set('a', 1)
  await page.status.until('failed')
  expect(performance.now() - began).toBeLessThan(1_000)
})

test('a database that does not answer is told as blocked within a second, and loads when it does', async () => {
  const [id, database] = [freshName(), openDatabase(freshName())]
  const before = open(id, database)
  await before.store.loaded
  before.ticks.set('a', 1)
  await close(before)
  const page = await stalled(() => open(id, database))
  await expect(page.store.loaded).resolves.toBe('loaded')
  expect(page.ticks.get('a')).toBe(1)
  await page.status.until('saved')
})

/** Opens a page while no database can be opened, until it has told so. */
async function stalled(opening: () => Page): Promise<Page> {
  const factory = globalThis.indexedDB
  const waiting: (() => void)[] = []
  heal = breakOpening((name) => {
    const request = {} as IDBOpenDBRequest
    waiting.push(() => {
      const real = factory.open(name)
      for (const event of ['success', 'error', 'upgradeneeded'] as const) {
        real.addEventListener(event, (told) => {
          Object.assign(request, { result: real.readyState === 'done' ? real.result : undefined })
          const handler = request[`on${event}`] as ((event: Event) => void) | null
          handler?.call(request, told)
        })
      }
    })
    return request
  })
  const began = performance.now()
  const page = opening()
  await expect(page.status.until('failed')).resolves.toMatchObject({ kind: 'blocked' })
  expect(performance.now() - began).toBeLessThan(1_000)
  heal()
  for (const answer of waiting) answer()
  return page
}

test('stored updates that cannot be read are told as corrupt and stay; the others are loaded', async () => {
  const [id, database] = [freshName(), openDatabase(freshName())]
  const page = open(id, database)
  await page.store.loaded
  page.ticks.set('a', 1)
  await close(page)
  const garbage = new Uint8Array([1, 1, 1, 1, 255, 255])
  await database.journal.add({ project: id, update: garbage, at: 0 })
  await putUpdate(`rollcall:${id}`, garbage)
  // y-indexeddb's own reading of a bad update rejects where nobody can catch it.
  heal = takeStrays()
  const next = open(id, database)
  await expect(next.store.loaded).resolves.toBe('loaded')
  expect(next.ticks.get('a')).toBe(1)
  next.ticks.set('b', 1)
  await next.store.flush()
  expect(next.status.last()).toMatchObject({ state: 'failed', fault: { kind: 'corrupt' } })
  expect((await database.journal.toArray()).map(({ update }) => update)).toContainEqual(garbage)
})
