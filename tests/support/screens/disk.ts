import type { Page } from '@playwright/test'

/** From now on the page's storage refuses to write, as on a full device; the function it gives makes room again. */
export async function fillDisk(page: Page): Promise<() => Promise<void>> {
  await page.evaluate(() => {
    const { add, put } = IDBObjectStore.prototype
    const full = () => {
      throw new DOMException('The device is full.', 'QuotaExceededError')
    }
    Object.assign(IDBObjectStore.prototype, { add: full, put: full })
    addEventListener('make-room', () => Object.assign(IDBObjectStore.prototype, { add, put }), { once: true })
  })
  return () =>
    page.evaluate(() => {
      dispatchEvent(new Event('make-room'))
    })
}
