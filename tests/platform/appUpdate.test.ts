// @vitest-environment happy-dom
import { createRoot } from 'solid-js'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import type { Workbox } from 'workbox-window'
import { type AppUpdate, createAppUpdate, type UpdateOutcome } from '../../src/platform/appUpdate.ts'
import { isReplaced } from '../../src/platform/replaced.ts'

/** Stands for the browser's side: a registration that can have a version waiting, and the events about it. */
class FakeWorker extends EventTarget {
  registration: { waiting: object | null; update: () => Promise<void> } = {
    waiting: null,
    update: async () => {},
  }
  skipped = 0
  registered = Promise.resolve(this.registration)
  tellAsked = () => {}
  asked = new Promise<void>((resolve) => {
    this.tellAsked = resolve
  })
  register() {
    this.tellAsked()
    return this.registered
  }
  messageSkipWaiting() {
    this.skipped += 1
  }
  newVersion() {
    this.registration.waiting = {}
    this.dispatchEvent(new Event('waiting'))
  }
  takeOver() {
    this.registration.waiting = null
    this.dispatchEvent(new Event('controlling'))
  }
}

let worker: FakeWorker
let saved: boolean
let writing: boolean
let reloads: number
let update: AppUpdate
let leave = () => {}

/** A page that is left no longer listens. */
afterEach(() => leave())

async function open({ controlled }: { controlled: boolean }) {
  worker = new FakeWorker()
  saved = true
  writing = false
  reloads = 0
  Object.defineProperty(navigator, 'serviceWorker', {
    configurable: true,
    value: { controller: controlled ? {} : null },
  })
  update = createRoot((dispose) => {
    leave = dispose
    return createAppUpdate({
      worker: Promise.resolve(worker as unknown as Workbox),
      isWriting: () => writing,
      canReload: () => saved,
      reload: () => {
        reloads += 1
      },
    })
  })
  // The worker's own code comes before its registration.
  await worker.asked
  await worker.registered
}

/** Says yes to the waiting version, which takes over; gives what came of it. */
async function agree(meanwhile = () => {}): Promise<UpdateOutcome> {
  const skipped = worker.skipped
  const outcome = update.applyUpdate()
  await expect.poll(() => worker.skipped).toBe(skipped + 1)
  expect(reloads).toBe(0)
  meanwhile()
  worker.takeOver()
  return outcome
}

describe('an update of the app', () => {
  beforeEach(() => open({ controlled: true }))

  test('is offered when a new version waits, and not before', () => {
    expect(update.updateReady()).toBe(false)
    worker.newVersion()
    expect(update.updateReady()).toBe(true)
    expect([worker.skipped, reloads]).toEqual([0, 0])
  })

  test('is applied on consent, with one reload, when the new version has taken over', async () => {
    worker.newVersion()
    expect(await agree()).toBe('applying')
    expect([worker.skipped, reloads]).toEqual([1, 1])
    worker.takeOver()
    await Promise.resolve()
    expect(reloads).toBe(1)
  })

  test('waits for an edit that is not saved', async () => {
    worker.newVersion()
    saved = false
    expect(await update.applyUpdate()).toBe('not saved yet')
    expect([worker.skipped, reloads]).toEqual([0, 0])
    saved = true
    expect(await agree()).toBe('applying')
  })

  test('does not reload over an edit made while the new version took over, and stays on offer', async () => {
    worker.newVersion()
    const edit = () => {
      saved = false
    }
    expect(await agree(edit)).toBe('not saved yet')
    expect([reloads, update.updateReady()]).toEqual([0, true])
    saved = true
    expect(await update.applyUpdate()).toBe('applying')
    expect(reloads).toBe(1)
  })

  test('waits for what is still being written', async () => {
    worker.newVersion()
    writing = true
    expect(await update.applyUpdate()).toBe('still writing')
    expect([worker.skipped, reloads]).toEqual([0, 0])
    writing = false
    expect(await agree()).toBe('applying')
  })

  test('tells where writing began while the new version took over, and stays on offer', async () => {
    worker.newVersion()
    const write = () => {
      writing = true
    }
    expect(await agree(write)).toBe('still writing')
    expect([reloads, update.updateReady()]).toEqual([0, true])
  })

  test('agreed to in another tab is offered here, never forced', async () => {
    worker.takeOver()
    await Promise.resolve()
    expect([update.updateReady(), reloads]).toEqual([true, 0])
  })

  test('that nobody announced is found when the page is looked at again', async () => {
    worker.registration.waiting = {}
    document.dispatchEvent(new Event('visibilitychange'))
    await expect.poll(() => update.updateReady()).toBe(true)
  })

  test('that is gone by the time of the yes is no longer offered', async () => {
    worker.newVersion()
    worker.registration.waiting = null
    expect(await update.applyUpdate()).toBe('nothing to apply')
    expect(update.updateReady()).toBe(false)
  })
})

describe('a part of the app that does not load', () => {
  const page = (entry: string) =>
    `<!doctype html><script type="module" crossorigin src="/assets/${entry}.js"></script>`

  /** A part fails to load while the server answers this; resolves when the answer was acted upon. */
  async function fail(answer: () => Promise<Response>): Promise<void> {
    const asked = vi.fn(answer)
    vi.stubGlobal('fetch', asked)
    window.dispatchEvent(new Event('vite:preloadError'))
    expect(asked).toHaveBeenCalledOnce()
    // The same answer, asked for and read after that one, is there after it.
    await isReplaced()
  }

  beforeEach(async () => {
    document.head.innerHTML = page('index-one')
    await open({ controlled: false })
  })
  afterEach(() => vi.unstubAllGlobals())

  test('is a new version where the server has another one now', async () => {
    await fail(async () => new Response(page('index-two')))
    await expect.poll(() => update.updateReady()).toBe(true)
    expect(reloads).toBe(0)
    expect(await update.applyUpdate()).toBe('applying')
    expect(reloads).toBe(1)
  })

  test.each([
    ['there is no network', () => Promise.reject(new TypeError('Failed to fetch'))],
    ['the server has the same version', async () => new Response(page('index-one'))],
    ['the server is in trouble', async () => new Response('Bad gateway', { status: 502 })],
  ])('is no new version where %s', async (_name, answer) => {
    await fail(answer)
    expect(update.updateReady()).toBe(false)
    expect(await update.applyUpdate()).toBe('nothing to apply')
  })
})

test('the first version a page ever gets is no update', async () => {
  await open({ controlled: false })
  worker.takeOver()
  expect(update.updateReady()).toBe(false)
  worker.takeOver()
  expect(update.updateReady()).toBe(true)
})
