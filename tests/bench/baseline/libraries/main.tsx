/**
 * A page that loads what the app's first screen loads from npm, registers the same service worker, and shows one
 * heading: what the app could cost at the very least. Each library is kept to the names the app uses of it.
 */
import Dexie, { liveQuery } from 'dexie'
import { generateNKeysBetween } from 'fractional-indexing'
import { createSignal, For, lazy, Show } from 'solid-js'
import { render } from 'solid-js/web'
import { IndexeddbPersistence, storeState } from 'y-indexeddb'
import * as Y from 'yjs'

// Held by the page, so that the bundler cannot leave them out.
Object.assign(globalThis, {
  libraries: [
    Dexie,
    liveQuery,
    generateNKeysBetween,
    [createSignal, For, lazy, Show],
    [IndexeddbPersistence, storeState],
    [Y.Doc, Y.UndoManager, Y.applyUpdate, Y.encodeStateAsUpdate, Y.snapshotContainsUpdate],
  ],
})

// Loaded late, as the app does.
void import('workbox-window').then(({ Workbox }) => new Workbox('/service-worker.js').register())

const root = document.getElementById('root')
if (!root) throw new Error('index.html has no element with the id "root"')
render(() => <h1>Libraries</h1>, root)
