import type { Page } from '@playwright/test'

declare global {
  interface Window {
    /** When so many elements were first seen painted, by their number, in milliseconds of the page's own clock. */
    painted: Record<number, Promise<number>>
  }
}

/** A line's tick box. */
export const LINE = '[role=checkbox]'

/**
 * Has every page loaded from now on watch for elements that match `selector`, and note when the frame with the first
 * `counts` of them was drawn. A task posted by an animation frame's callback runs right after that frame's style, layout
 * and paint, so its time is the frame's to within the time a compositor takes, on every page alike. A second animation
 * frame instead would add the wait for the next tick of the screen, up to 17 ms that nobody waits for.
 */
export async function watchPainted(page: Page, selector: string, counts: readonly number[]): Promise<void> {
  await page.addInitScript(watch, { selector, counts })
}

/**
 * Opens a project from the list, which has to be shown, and goes back to it. Gives the milliseconds from the press on the
 * project's link to the frames with so many lines.
 */
export async function openFromHome(page: Page, id: string, counts: readonly number[]): Promise<number[]> {
  const link = page.locator(`a[href="/p/${id}"]`)
  await link.waitFor()
  // What the screen before left to do is none of this opening's cost.
  await page.evaluate(() => new Promise((resolve) => requestIdleCallback(resolve)))
  await page.evaluate(watch, { selector: LINE, counts })
  const pressed = await link.evaluate((element: HTMLElement) => {
    const now = performance.now()
    element.click()
    return now
  })
  const painted: number[] = []
  for (const count of counts) painted.push((await paintedAt(page, count)) - pressed)
  await page.goBack()
  return painted
}

/**
 * When the frame with `count` elements was drawn, in milliseconds since the navigation began. Rejects where it was not
 * drawn in two minutes.
 */
export function paintedAt(page: Page, count: number): Promise<number> {
  const painted = page.evaluate((count) => window.painted[count] ?? Promise.reject(count), count)
  return within(120_000, painted, `${count} elements`)
}

/** What `promise` gives; rejects, naming `what`, where it takes longer than so many milliseconds. */
export function within<T>(limit: number, promise: Promise<T>, what: string): Promise<T> {
  let timer: ReturnType<typeof setTimeout>
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error(`No ${what} in ${limit / 1000} s`)), limit)
  })
  return Promise.race([promise, late]).finally(() => clearTimeout(timer))
}

// Runs in the page: nothing from outside of it is within its reach.
function watch({ selector, counts }: { selector: string; counts: readonly number[] }): void {
  const waiting = new Map<number, (at: number) => void>()
  window.painted = {}
  for (const count of counts) {
    window.painted[count] = new Promise((resolve) => waiting.set(count, resolve))
  }
  const observer = new MutationObserver(() => {
    const seen = document.querySelectorAll(selector).length
    for (const [count, resolve] of waiting) {
      if (seen < count) continue
      waiting.delete(count)
      requestAnimationFrame(() => {
        const { port1, port2 } = new MessageChannel()
        port1.onmessage = () => resolve(performance.now())
        port2.postMessage(null)
      })
    }
    if (waiting.size === 0) observer.disconnect()
  })
  observer.observe(document, { childList: true, subtree: true })
}
