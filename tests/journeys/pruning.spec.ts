import type { Page } from '@playwright/test'
import { LINES } from '../support/screens/project.ts'
import { expect, test } from '../support/screens/test.ts'

// DESIGN "Storage": a row leaves the journal when the stored document is seen to contain it.

/** The script of the worker in which the stored document is looked into. */
const WORKER = '**/sifting.worker-*.js'

/** Edits in the journal. */
function rows(page: Page): Promise<number> {
  return page.evaluate(async () => {
    const opening = indexedDB.open('rollcall')
    await new Promise((resolve) => {
      opening.onsuccess = resolve
    })
    const counting = opening.result.transaction('journal').objectStore('journal').count()
    await new Promise((resolve) => {
      counting.onsuccess = resolve
    })
    opening.result.close()
    return counting.result
  })
}

test('what a worker finds stored leaves the journal, and the worker ends', async ({ page, example }) => {
  const started = page.waitForEvent('worker')
  await example.line(LINES.desk).tick()
  const worker = await started
  expect(worker.url()).toContain('/sifting.worker-')
  await expect.poll(() => rows(page), { timeout: 30_000 }).toBe(0)
  await expect.poll(() => page.workers().length).toBe(0)
  await example.reload()
  await example.line(LINES.desk).is('true')
})

test('a worker that cannot be loaded takes no row along, and the next visit lets them go', async ({
  page,
  home,
}) => {
  await page.route(WORKER, (route) => route.abort())
  const failed = page.waitForEvent('requestfailed', (request) => request.url().includes('/sifting.worker-'))
  await home.open()
  const example = await home.openExample()
  await example.line(LINES.desk).tick()
  await failed
  await example.saved()
  expect(await rows(page)).toBeGreaterThan(0)
  await page.unroute(WORKER)
  await example.reload()
  await expect.poll(() => rows(page), { timeout: 30_000 }).toBe(0)
  await example.line(LINES.desk).is('true')
})
