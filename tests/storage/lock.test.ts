import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { holdLock, type TabLock } from '../../src/storage/lock.ts'
import { freshName } from '../support/disk.ts'

// DESIGN "Storage": the holder of the lock alone prunes; a lock whose heartbeat is 10 s old is stolen.

/** A BroadcastChannel without delay, so that a sign of life is heard at the faked time it was given. */
class InstantChannel {
  static readonly open = new Set<InstantChannel>()
  onmessage: ((event: { data: unknown }) => void) | null = null
  readonly name: string
  constructor(name: string) {
    this.name = name
    InstantChannel.open.add(this)
  }
  postMessage(data: unknown): void {
    for (const other of InstantChannel.open) {
      if (other !== this && other.name === this.name) other.onmessage?.({ data })
    }
  }
  close(): void {
    InstantChannel.open.delete(this)
  }
}

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval', 'Date'] })
  vi.stubGlobal('BroadcastChannel', InstantChannel)
})
const locks: TabLock[] = []
afterEach(() => {
  for (const lock of locks.splice(0)) lock.release()
  vi.useRealTimers()
  vi.unstubAllGlobals()
})

function hold(name: string): TabLock {
  const lock = holdLock(name)
  locks.push(lock)
  return lock
}

const held = (lock: TabLock) => vi.waitFor(() => expect(lock.held()).toBe(true), { interval: 1 })

test('one of two tabs holds the lock, and the other takes over when it lets go', async () => {
  const name = freshName()
  const first = hold(name)
  await held(first)
  const second = hold(name)
  expect(second.held()).toBe(false)
  first.release()
  expect(first.held()).toBe(false)
  await held(second)
})

test('a lock whose holder is silent for more than 10 s is stolen', async () => {
  const name = freshName()
  let finish = () => {}
  const stolen = navigator.locks
    .request(name, () => new Promise<void>((resolve) => (finish = resolve)))
    .catch((error: unknown) => error)
  const lock = hold(name)
  vi.advanceTimersByTime(9_000)
  expect(lock.held()).toBe(false)
  vi.advanceTimersByTime(6_000)
  await held(lock)
  await expect(stolen).resolves.toMatchObject({ name: 'AbortError' })
  finish()
})

test('a lock whose holder gives signs of life is not stolen', async () => {
  const name = freshName()
  const first = hold(name)
  await held(first)
  const second = hold(name)
  for (let beat = 0; beat < 8; beat++) vi.advanceTimersByTime(3_000)
  expect([first.held(), second.held()]).toEqual([true, false])
})
