import { afterEach, expect, test } from 'vitest'
import * as Y from 'yjs'
import { connectTabs } from '../../src/sync/tabs.ts'

// DESIGN "How data flows": Y.Doc <-> other tabs.

let count = 0
const freshId = (): string => `tabs-${process.pid}-${count++}`
const ends: (() => void)[] = []
afterEach(() => {
  for (const end of ends.splice(0)) end()
})

function tab(id: string, doc = new Y.Doc()): Y.Doc {
  const tabs = connectTabs({ id, doc })
  ends.push(() => tabs.close())
  return doc
}

/** Resolves when the document's ticks are these keys. */
async function ticks(doc: Y.Doc, ...keys: string[]): Promise<void> {
  while ([...doc.getMap('ticks').keys()].toSorted().join() !== keys.toSorted().join()) {
    await new Promise<void>((resolve) => doc.once('update', () => resolve()))
  }
}

function ticked(...keys: string[]): Y.Doc {
  const doc = new Y.Doc()
  for (const key of keys) doc.getMap('ticks').set(key, 1)
  return doc
}

function channelTo(id: string): BroadcastChannel {
  const channel = new BroadcastChannel(`rollcall:${id}`)
  ends.push(() => channel.close())
  return channel
}

test('a tab that joins and one that is there tell each other what they have', async () => {
  const id = freshId()
  const first = tab(id, ticked('a'))
  const second = tab(id, ticked('b'))
  await Promise.all([ticks(first, 'a', 'b'), ticks(second, 'a', 'b')])
})

test('what was deleted from a note before joining is deleted in the other tab too', async () => {
  const id = freshId()
  const before = new Y.Doc()
  before.getText('note/1').insert(0, 'hello')
  const joining = new Y.Doc()
  Y.applyUpdate(joining, Y.encodeStateAsUpdate(before))
  joining.getText('note/1').delete(0, 2)
  tab(id, before)
  const told = new Promise((resolve) => before.once('update', resolve))
  tab(id, joining)
  await told
  expect(before.getText('note/1').toString()).toBe('llo')
})

test('a local edit reaches the other tabs', async () => {
  const id = freshId()
  const docs = [tab(id), tab(id), tab(id)] as const
  docs[1].getMap('ticks').set('a', 1)
  await Promise.all(docs.map((doc) => ticks(doc, 'a')))
})

test('what another tab said is not said again', async () => {
  const id = freshId()
  const first = tab(id)
  const second = tab(id)
  const said: unknown[] = []
  channelTo(id).onmessage = ({ data }: MessageEvent<{ kind: unknown }>) => said.push(data.kind)
  first.getMap('ticks').set('a', 1)
  await ticks(second, 'a')
  second.getMap('ticks').set('b', 1)
  await ticks(first, 'a', 'b')
  expect(said.filter((kind) => kind === 'update').length).toBeLessThanOrEqual(4)
})

test.each([
  ['a word', 'hello'],
  ['nothing', null],
  ['an unknown kind', { kind: 'bye' }],
  ['an update that is no bytes', { kind: 'update', update: [1, 2, 3] }],
  ['bytes that are no update', { kind: 'update', update: new Uint8Array([255, 255, 255, 1, 7]) }],
  ['bytes that are no state vector', { kind: 'hello', vector: new Uint8Array([200, 200]) }],
])('a message that is %s is passed over', async (_what, message) => {
  const id = freshId()
  const first = tab(id)
  const second = tab(id)
  channelTo(id).postMessage(message)
  first.getMap('ticks').set('a', 1)
  await ticks(second, 'a')
})

test('an update that builds on one that was not heard makes a tab ask for what it missed', async () => {
  const id = freshId()
  const author = ticked('a')
  const vector = Y.encodeStateVector(author)
  author.getMap('ticks').set('b', 1)
  const late = tab(id)
  const channel = channelTo(id)
  const asked = new Promise<Uint8Array>((resolve) => {
    channel.onmessage = ({ data }: MessageEvent<{ kind: string; vector: Uint8Array }>) => {
      if (data.kind === 'hello') resolve(data.vector)
    }
  })
  channel.postMessage({ kind: 'update', update: Y.encodeStateAsUpdate(author, vector) })
  channel.postMessage({ kind: 'update', update: Y.encodeStateAsUpdate(author, await asked) })
  await ticks(late, 'a', 'b')
})

test('a closed tab neither hears nor speaks', async () => {
  const id = freshId()
  const doc = new Y.Doc()
  const closed = connectTabs({ id, doc })
  const others = [tab(id), tab(id)] as const
  closed.close()
  doc.getMap('ticks').set('a', 1)
  others[0].getMap('ticks').set('b', 1)
  await ticks(others[1], 'b')
  expect([...doc.getMap('ticks').keys()]).toEqual(['a'])
})
