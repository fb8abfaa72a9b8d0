import 'fake-indexeddb/auto'
import Dexie from 'dexie'
import type { Database } from '../../src/storage/database.ts'
import type { Fault } from '../../src/storage/faults.ts'
import type { SaveStatus } from '../../src/storage/projectStore.ts'

// Dexie looks for IndexedDB when it is loaded, which may have been before the fake one was there.
Object.assign(Dexie.dependencies, { indexedDB, IDBKeyRange })

/** Transactions of the fake IndexedDB that have not ended. */
const open = new Set<IDBTransaction>()
const begin = IDBDatabase.prototype.transaction
let breakage: ((stores: readonly string[], mode: IDBTransactionMode) => void) | null = null

IDBDatabase.prototype.transaction = function transaction(stores, mode = 'readonly', options) {
  breakage?.([...stores], mode)
  const made = begin.call(this, stores, mode, options)
  open.add(made)
  for (const end of ['complete', 'abort']) made.addEventListener(end, () => open.delete(made))
  return made
}

// A committed transaction can no longer be broken off, but a killed browser breaks it off all the same.
IDBTransaction.prototype.commit = () => {}

/** From now on `check` sees each transaction before it begins, and may throw in its place. Gives the function that ends it. */
export function breakTransactions(check: NonNullable<typeof breakage>): () => void {
  breakage = check
  return () => {
    breakage = null
  }
}

/** From now on databases are opened by `open`, till the function it gives is called. */
export function breakOpening(open: (name: string) => IDBOpenDBRequest): () => void {
  const factory = globalThis.indexedDB
  globalThis.indexedDB = Object.assign(Object.create(factory), { open })
  Dexie.dependencies.indexedDB = globalThis.indexedDB
  return () => {
    globalThis.indexedDB = factory
    Dexie.dependencies.indexedDB = factory
  }
}

/** Writing journal rows fails as on a full disk, till the function it gives is called. */
export const fillDisk = (): (() => void) =>
  breakTransactions((stores, mode) => {
    if (mode === 'readwrite' && stores.includes('journal'))
      throw new DOMException('full', 'QuotaExceededError')
  })

/**
 * What a killed browser leaves: transactions that have not completed never happened, and the page's connection, with
 * what it still had in memory, is gone.
 */
export function crash(...databases: readonly Database[]): void {
  for (const transaction of open) {
    try {
      transaction.abort()
    } catch {
      // It was about to complete, and does.
    }
  }
  for (const database of databases) database.close()
}

/** Listens to a save status, so that tests can await what it says. */
export function statusLog() {
  const log: SaveStatus[] = []
  const waiting = new Set<() => void>()
  return {
    log,
    onStatus(status: SaveStatus) {
      log.push(status)
      for (const wake of waiting) wake()
    },
    last: (): SaveStatus | undefined => log.at(-1),
    /** Resolves when the status is, or becomes, this one. */
    async until(state: SaveStatus['state']): Promise<Fault | null> {
      for (;;) {
        const now = log.at(-1)
        if (now?.state === state) return now.state === 'failed' ? now.fault : null
        await new Promise<void>((resolve) => waiting.add(resolve))
      }
    },
  }
}

let count = 0
/** A name no other test uses. */
export const freshName = (): string => `test-${process.pid}-${count++}`

/** Puts an update into a y-indexeddb database by hand. */
export async function putUpdate(name: string, update: Uint8Array): Promise<void> {
  const database = await new Promise<IDBDatabase>((resolve) => {
    const request = indexedDB.open(name)
    request.onsuccess = () => resolve(request.result)
  })
  await new Promise((resolve) => {
    database.transaction(['updates'], 'readwrite').objectStore('updates').add(update).onsuccess = resolve
  })
  database.close()
}

/**
 * Takes the rejections that nobody can catch in place of the test runner, which would fail for them: y-indexeddb's own, and
 * those of a page that was killed. Gives the function that hands them back to the runner.
 */
export function takeStrays(): () => unknown[] {
  const strays: unknown[] = []
  const take = (reason: unknown) => strays.push(reason)
  const runner = process.listeners('unhandledRejection')
  process.removeAllListeners('unhandledRejection')
  process.on('unhandledRejection', take)
  return () => {
    process.off('unhandledRejection', take)
    for (const listener of runner) process.on('unhandledRejection', listener)
    return strays
  }
}
