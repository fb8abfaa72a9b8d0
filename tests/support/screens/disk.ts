import type { Page } from '@playwright/test'

/**
 * From now on nothing more can be journalled by this page, as on a full device; the function it gives makes room again.
 * Chromium's own quota is looked at too seldom for a test to wait for it.
 */
export async function fillDisk(page: Page): Promise<() => Promise<void>> {
  await page.evaluate(() => {
    const begin = IDBDatabase.prototype.transaction
    IDBDatabase.prototype.transaction = function transaction(stores, mode, options) {
      if (mode === 'readwrite' && [stores].flat().includes('journal'))
        throw new DOMException('The device is full.', 'QuotaExceededError')
      return begin.call(this, stores, mode, options)
    }
    const makeRoom = () => {
      IDBDatabase.prototype.transaction = begin
    }
    addEventListener('make-room', makeRoom, { once: true })
  })
  return () =>
    page.evaluate(() => {
      dispatchEvent(new Event('make-room'))
    })
}
