import fc from 'fast-check'
import { afterEach, expect, test } from 'vitest'
import { IndexeddbPersistence, storeState } from 'y-indexeddb'
import * as Y from 'yjs'
import { type Database, openDatabase } from '../../src/storage/database.ts'
import { openProjectStore, type ProjectStore } from '../../src/storage/projectStore.ts'
import { makeProvider, type Provider } from '../../src/storage/provider.ts'
import { makePruner } from '../../src/storage/pruner.ts'
import { prune } from '../../src/storage/pruning.ts'
import { type SiftingWorker, siftInWorker } from '../../src/storage/siftInWorker.ts'
import { breakTransactions, crash, freshName, putUpdate, takeStrays } from '../support/disk.ts'
import { makeRandom } from '../support/random.ts'
import { siftHere } from '../support/siftHere.ts'

// DESIGN "Storage": a row leaves the journal when the stored document is seen to contain it.

const edits = (count: number): Uint8Array[] => {
  const doc = new Y.Doc()
  const made: Uint8Array[] = []
  doc.on('update', (update: Uint8Array) => made.push(update))
  for (let n = 0; n < count; n++) doc.getMap('ticks').set(`${n}`, n)
  return made
}

let provider: Provider | undefined
let handBack: () => unknown = () => {}
afterEach(() => provider?.close())
afterEach(() => handBack())

async function journalled(updates: readonly Uint8Array[]) {
  const project = freshName()
  const database = openDatabase(freshName())
  await database.journal.bulkAdd(updates.map((update) => ({ project, update, at: 0 })))
  provider = makeProvider({ project, doc: new Y.Doc(), onCorrupt: () => {} })
  await provider.load()
  return { project, database, provider, sift: siftHere }
}

test('a row whose update is not stored stays, is put into the stored document, and leaves the next time', async () => {
  const parts = await journalled(edits(3))
  await expect(prune(parts)).resolves.toEqual({ removed: 0, left: 3, added: true })
  await expect(prune(parts)).resolves.toEqual({ removed: 3, left: 0, added: false })
})

test('a row that waits for an update nobody has seen stays', async () => {
  const [, second] = edits(2) as [Uint8Array, Uint8Array]
  const parts = await journalled([second])
  await expect(prune(parts)).resolves.toEqual({ removed: 0, left: 1, added: false })
  await expect(prune(parts)).resolves.toEqual({ removed: 0, left: 1, added: false })
})

test('a row that cannot be read stays', async () => {
  const parts = await journalled([new Uint8Array([1, 1, 255])])
  await expect(prune(parts)).resolves.toMatchObject({ removed: 0, left: 1 })
})

test('a deletion that is not stored keeps its row', async () => {
  const doc = new Y.Doc()
  const note = doc.getText('note/1')
  note.insert(0, 'hello')
  const before = Y.encodeStateAsUpdate(doc)
  const vector = Y.encodeStateVector(doc)
  note.delete(0, 2)
  const parts = await journalled([Y.encodeStateAsUpdate(doc, vector)])
  await parts.provider.stored()
  await putUpdate(`rollcall:${parts.project}`, before)
  await expect(prune(parts)).resolves.toEqual({ removed: 0, left: 1, added: true })
  await expect(prune(parts)).resolves.toMatchObject({ removed: 1 })
})

test('no row leaves while the stored document cannot be read', async () => {
  const parts = await journalled(edits(3))
  await prune(parts)
  const heal = breakTransactions((stores) => {
    if (stores.includes('updates')) throw new DOMException('closing', 'InvalidStateError')
  })
  await expect(prune(parts)).resolves.toMatchObject({ removed: 0, left: 3 })
  heal()
})

test('a round that goes on after its document was closed opens no database, and takes no row along', async () => {
  const parts = await journalled(edits(3))
  await parts.provider.close()
  await expect(prune(parts)).resolves.toEqual({ removed: 0, left: 3, added: false })
  const names = (await indexedDB.databases()).map(({ name }) => name)
  expect(names).not.toContain(`rollcall:${parts.project}`)
})

/** A worker that does `answer` when it is asked; the real one is tested in a browser. */
function makeWorker(answer: (worker: SiftingWorker) => void): SiftingWorker & { ended: boolean } {
  const worker: SiftingWorker & { ended: boolean } = {
    onmessage: null,
    onerror: null,
    onmessageerror: null,
    ended: false,
    postMessage: () => queueMicrotask(() => answer(worker)),
    terminate() {
      worker.ended = true
    },
  }
  return worker
}

test('no row leaves where the worker that looks for it cannot be started, or dies', async () => {
  const parts = await journalled(edits(3))
  await prune(parts)
  const dying = makeWorker((worker) => worker.onerror?.({ message: 'out of memory' } as ErrorEvent))
  const mute = makeWorker((worker) => worker.onmessageerror?.({} as MessageEvent))
  const none = () => {
    throw new DOMException('no workers here', 'SecurityError')
  }
  for (const start of [() => dying, () => mute, none])
    await expect(prune({ ...parts, sift: (task) => siftInWorker(task, start) })).rejects.toThrow()
  expect([dying.ended, mute.ended]).toEqual([true, true])
  expect(await parts.database.journal.count()).toBe(3)
  await expect(prune(parts)).resolves.toMatchObject({ removed: 3 })
})

test('finishing waits for the round that is running, and does the last one after it', async () => {
  const parts = await journalled(edits(1))
  const doc = new Y.Doc()
  const [asked, answer] = [Promise.withResolvers<void>(), Promise.withResolvers<void>()]
  const pruner = makePruner({
    ...parts,
    doc,
    mayPrune: () => true,
    async sift(task) {
      asked.resolve()
      await answer.promise
      return siftHere(task)
    },
  })
  pruner.loaded(1)
  await asked.promise
  doc.getMap('ticks').set('later', 1)
  const finished = pruner.finish()
  answer.resolve()
  await finished
  // The first round puts the row into the stored document, the last one sees it there.
  expect(await parts.database.journal.count()).toBe(0)
})

/** One open tab of the property below. */
interface Tab {
  readonly doc: Y.Doc
  readonly store: ProjectStore
}

/** Random tabs of one project on one disk; `shown` is every edit that was made before "saved" was shown for it. */
function makeTabs(seed: number) {
  const random = makeRandom(seed)
  const [project, name] = [freshName(), freshName()]
  const shown = new Set<string>()
  const tabs = new Set<Tab>()
  const databases: Database[] = []
  let [count, life] = [0, 0]
  const connect = (): Database => {
    const database = openDatabase(name)
    databases.push(database)
    return database
  }

  function open(): void {
    const doc = new Y.Doc()
    const made: string[] = []
    const born = life
    const store = openProjectStore({
      id: project,
      doc,
      database: connect(),
      sift: siftHere,
      onStatus({ state }) {
        // What is left of a killed page may still write, but nobody sees what it says.
        if (state === 'saved' && born === life) for (const key of made.splice(0)) shown.add(key)
      },
    })
    // Yjs tells the listeners in the order they came, so an edit counts as made when the store has heard of it.
    doc.on(
      'update',
      (_update: Uint8Array, _origin: unknown, _doc: Y.Doc, { local, changed }: Y.Transaction) => {
        if (local)
          made.push(...[...changed.values()].flatMap((keys) => [...keys]).filter((key) => key !== null))
      },
    )
    tabs.add({ doc, store })
  }

  async function elsewhere(work: (name: string, doc: Y.Doc) => Promise<unknown>): Promise<void> {
    const doc = new Y.Doc()
    await work(`rollcall:${project}`, doc).catch(() => undefined)
    doc.destroy()
  }

  const actions: Record<string, () => unknown> = {
    open: () => tabs.size < 3 && open(),
    edit() {
      const tab = tabs.size > 0 && random.pick([...tabs])
      if (tab) for (let n = random.below(5); n >= 0; n--) tab.doc.getMap('ticks').set(`${count++}`, n)
    },
    flush: async () => {
      if (tabs.size > 0) await random.pick([...tabs]).store.flush()
    },
    async close() {
      if (tabs.size === 0) return
      const tab = random.pick([...tabs])
      tabs.delete(tab)
      const closing = tab.store.close()
      if (random.chance(0.5)) await closing
    },
    prune: () =>
      elsewhere(async (_name, doc) => {
        const own = makeProvider({ project, doc, onCorrupt: () => {} })
        const pruning = prune({ project, database: connect(), provider: own, sift: siftHere })
        if (random.chance(0.7)) await pruning
        await own.close()
      }),
    trim: () =>
      elsewhere(async (stored, doc) => {
        const other = new IndexeddbPersistence(stored, doc)
        await other.whenSynced
        await storeState(other, true)
        await other.destroy()
      }),
    crash() {
      crash(...databases.splice(0))
      tabs.clear()
      life++
    },
  }
  return {
    shown,
    async act() {
      const name = random.pick([
        'open',
        'edit',
        'edit',
        'edit',
        'flush',
        'close',
        'prune',
        'prune',
        'trim',
        'crash',
      ])
      const done = actions[name]?.()
      if (random.chance(0.6)) await done
      else if (random.chance(0.5)) await new Promise((resolve) => setImmediate(resolve))
    },
    /** Everything that is on the disk, as the next opening finds it. */
    async found() {
      await actions.crash?.()
      const doc = new Y.Doc()
      const store = openProjectStore({ id: project, doc, database: openDatabase(name), onStatus: () => {} })
      await store.loaded
      const keys = new Set(doc.getMap('ticks').keys())
      await store.close()
      return keys
    },
  }
}

test('no interleaving of edits, pruning, trimming, closing and crashes loses an edit that showed as saved', async () => {
  handBack = takeStrays()
  await fc.assert(
    fc.asyncProperty(fc.integer({ min: 1, max: 2 ** 31 }), async (seed) => {
      const tabs = makeTabs(seed)
      for (let step = 0; step < 30; step++) await tabs.act()
      const found = await tabs.found()
      expect([...tabs.shown].filter((key) => !found.has(key))).toEqual([])
    }),
    { numRuns: 60, endOnFailure: true },
  )
}, 60_000)
