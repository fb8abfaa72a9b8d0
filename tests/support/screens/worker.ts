import type { Page } from '@playwright/test'
import { serveVersions, type VersionServer } from '../versions.ts'
import { test as base } from './test.ts'

/** The app's screens with its service worker, and a server of their own that can be given a newer version and taken away. */
export const test = base.extend<{ server: VersionServer }>({
  serviceWorkers: 'allow',
  // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the names of fixtures from this pattern.
  server: async ({}, use) => {
    const server = await serveVersions()
    await use(server)
    server.cut()
  },
})

/** Waits until the service worker answers for this very page, as it should from the first visit on. */
export function controlled(page: Page): Promise<void> {
  return page.evaluate(async () => {
    const { serviceWorker } = navigator
    if (serviceWorker.controller) return
    await new Promise((done) => serviceWorker.addEventListener('controllerchange', done, { once: true }))
  })
}

/** Asks for an update and waits until the newer worker is installed and waits. */
export function newerWaits(page: Page): Promise<boolean> {
  return page.evaluate(async () => {
    const registration = await navigator.serviceWorker.ready
    await registration.update()
    const installing = registration.installing
    if (installing) {
      await new Promise<void>((done) =>
        installing.addEventListener('statechange', () => {
          if (installing.state !== 'installing') done()
        }),
      )
    }
    return registration.waiting !== null
  })
}

/** Coming back to the page, which is when the app looks for a new version by itself. */
export function comeBack(page: Page): Promise<void> {
  return page.evaluate(() => {
    document.dispatchEvent(new Event('visibilitychange'))
  })
}

/** The version of the page that is shown. */
export function version(page: Page): Promise<string | null> {
  return page.locator('meta[name="version"]').getAttribute('content')
}

/** Counts from now on how often the page is loaded. */
export function countLoads(page: Page): () => number {
  let loads = 0
  page.on('load', () => {
    loads += 1
  })
  return () => loads
}
