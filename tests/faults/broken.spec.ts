import { readFile } from 'node:fs/promises'
import { test as base, expect, type Page } from '@playwright/test'
import { desktop } from '../support/playwright.ts'
import { makeExample } from './example.ts'

// DESIGN "Storage": a failure to save shows within a second, stays, and offers a file to keep.

/** A line of the example that is open and that one press ticks. */
const LINE = 'Take questions and requests'

interface Breakable {
  openFails: boolean
  readonly connections: IDBDatabase[]
}

/** Runs in the page: lets a test close every connection, and make opening fail, as a phone's system does. */
function makeBreakable(): void {
  const breakable = Object.assign(window, { openFails: false, connections: [] as IDBDatabase[] })
  const open = IDBFactory.prototype.open
  IDBFactory.prototype.open = function breakableOpen(...options) {
    if (breakable.openFails) throw new DOMException('Internal error opening backing store', 'UnknownError')
    const request = open.apply(this, options)
    request.addEventListener('success', () => breakable.connections.push(request.result))
    return request
  }
}

const test = base.extend<{ address: string }>({
  // The example, open in the page.
  address: async ({ page, baseURL }, use) => {
    const complaints: Error[] = []
    page.on('pageerror', (error) => complaints.push(error))
    await page.addInitScript(makeBreakable)
    await use(await makeExample(page, baseURL ?? ''))
    expect(complaints).toEqual([])
  },
})
test.use(desktop)

const box = (page: Page) => page.getByRole('checkbox', { name: LINE })
const saving = (page: Page) => page.getByRole('status', { name: 'Saving' })

/** Presses the line and gives the milliseconds until the page says that this is not saved. */
function pressTillTold(page: Page): Promise<number> {
  return box(page).evaluate(async (element: HTMLElement) => {
    const told = () => document.querySelector('[role=alert]')?.textContent.includes('Not saved.') === true
    const pressed = performance.now()
    await new Promise<void>((resolve) => {
      new MutationObserver(() => told() && resolve()).observe(document, { subtree: true, childList: true })
      element.click()
    })
    return performance.now() - pressed
  })
}

/** Keeps a file as the banner offers, and gives what it says of the line. */
async function statusInFile(page: Page): Promise<string | undefined> {
  const downloading = page.waitForEvent('download')
  await page.getByRole('button', { name: 'Keep a file' }).click()
  const file = JSON.parse(await readFile(await (await downloading).path(), 'utf8'))
  const lines: { text: string; status: string }[] = file.projects[0].readable.stages.flatMap(
    (stage: { lines: unknown[] }) => stage.lines,
  )
  return lines.find(({ text }) => text.startsWith(LINE))?.status
}

/** Writes into a database of its own until not even a byte more is taken. */
async function fillDisk(page: Page): Promise<void> {
  await page.evaluate(async () => {
    const database = await new Promise<IDBDatabase>((resolve) => {
      const request = indexedDB.open('filler')
      request.onupgradeneeded = () => request.result.createObjectStore('bytes', { autoIncrement: true })
      request.onsuccess = () => resolve(request.result)
    })
    const taken = (bytes: number) =>
      new Promise<boolean>((resolve) => {
        const transaction = database.transaction('bytes', 'readwrite')
        transaction.objectStore('bytes').add(new Uint8Array(bytes))
        transaction.oncomplete = () => resolve(true)
        transaction.onabort = () => resolve(false)
      })
    // Few sizes, since each refusal takes Chromium a second.
    for (const bytes of [2 ** 19, 2 ** 14, 2 ** 9, 2 ** 4]) while (await taken(bytes));
    database.close()
  })
}

async function isStoredTicked(page: Page): Promise<void> {
  await expect(saving(page)).toHaveText('Saved on this device')
  await page.reload()
  await expect(box(page)).toHaveAttribute('aria-checked', 'true')
}

test('a full disk is told within a second; a file keeps the tick, and room saves it', async ({
  page,
  context,
  baseURL,
}) => {
  test.setTimeout(90_000)
  // Before the first write: Chromium looks at the quota again only when what it allowed then is used up.
  const browser = await context.newCDPSession(page)
  const origin = new URL(baseURL ?? '').origin
  await browser.send('Storage.overrideQuotaForOrigin', { origin, quotaSize: 2_000_000 })
  await makeExample(page, origin)
  await fillDisk(page)
  expect(await pressTillTold(page)).toBeLessThan(1_000)
  await expect(saving(page)).toHaveText('Not saved')
  await expect(page.getByRole('alert')).toContainText('no room left')
  expect(await statusInFile(page)).toBe('done')
  await browser.send('Storage.overrideQuotaForOrigin', { origin })
  await isStoredTicked(page)
})

test('a project whose database cannot be opened says so within a second, and opens when it can be', async ({
  page,
  address,
}) => {
  await box(page).click()
  await isStoredTicked(page)
  await page.addInitScript(() => {
    const breakable = window as unknown as Breakable & { told: Promise<number> }
    breakable.openFails = true
    breakable.told = new Promise((resolve) => {
      new MutationObserver(() => {
        if (document.querySelector('main [role=alert]')) resolve(performance.now())
      }).observe(document, { subtree: true, childList: true })
    })
  })
  await page.goto(address)
  await expect(page.getByRole('alert')).toContainText('The project could not be opened')
  const taken = await page.evaluate(async () => {
    const [painted] = performance.getEntriesByName('first-contentful-paint')
    return (await (window as unknown as { told: Promise<number> }).told) - (painted?.startTime ?? 0)
  })
  expect(taken).toBeLessThan(1_000)
  await page.evaluate(() => {
    const breakable = window as unknown as Breakable
    breakable.openFails = false
  })
  await page.getByRole('button', { name: 'Try again' }).click()
  await expect(box(page)).toHaveAttribute('aria-checked', 'true')
})

test('with all connections closed under the app the next tick is saved all the same', async ({
  page,
  address,
}) => {
  expect(address).toContain('/p/')
  await page.evaluate(() => {
    for (const connection of (window as unknown as Breakable).connections) connection.close()
  })
  await box(page).click()
  await expect(saving(page)).toHaveText('Saved on this device')
  await isStoredTicked(page)
})

test('with connections closed and no way to open others, it is told within a second and nothing is lost', async ({
  page,
  address,
}) => {
  expect(address).toContain('/p/')
  await page.evaluate(() => {
    const breakable = window as unknown as Breakable
    breakable.openFails = true
    for (const connection of breakable.connections) connection.close()
  })
  expect(await pressTillTold(page)).toBeLessThan(1_000)
  expect(await statusInFile(page)).toBe('done')
  await page.getByRole('button', { name: 'Retry' }).click()
  await expect(saving(page)).toHaveText('Not saved')
  await page.evaluate(() => {
    const breakable = window as unknown as Breakable
    breakable.openFails = false
  })
  await page.getByRole('button', { name: 'Retry' }).click()
  await isStoredTicked(page)
})
