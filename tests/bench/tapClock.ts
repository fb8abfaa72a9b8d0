import type { Page } from '@playwright/test'
import { within } from './painted.ts'

declare global {
  interface Window {
    tapClock: { next: Promise<number>; readonly shown: Map<number, number>; wait(): void }
  }
}

/**
 * Starts clocking taps in a page. A tap counts from the time stamp of its `pointerup`, when the finger left the screen
 * and so before any work of the page, to the end of the main thread's work on the first frame after an `aria-checked`
 * changed: style, layout and paint are in it. painted.ts says why not a second animation frame. The browser's own
 * figure, Event Timing's `duration`, goes on to the light on the screen, but comes rounded to 8 ms, too coarse for a
 * ratio of 1.3; it is kept beside as a check.
 */
export async function clockTaps(page: Page): Promise<void> {
  await page.evaluate(() => {
    const shown = new Map<number, number>()
    let lifted = Number.NaN
    window.tapClock = {
      next: Promise.resolve(Number.NaN),
      shown,
      wait() {
        this.next = new Promise((resolve) => {
          const observer = new MutationObserver(() => {
            observer.disconnect()
            requestAnimationFrame(() => {
              const { port1, port2 } = new MessageChannel()
              port1.onmessage = () => resolve(performance.now() - lifted)
              port2.postMessage(null)
            })
          })
          observer.observe(document.body, { subtree: true, attributeFilter: ['aria-checked'] })
        })
      },
    }
    addEventListener(
      'pointerup',
      (event) => {
        lifted = event.timeStamp
      },
      { capture: true, passive: true },
    )
    // Of the events of one tap the longest tells when its frame was shown.
    const observer = new PerformanceObserver((list) => {
      for (const entry of list.getEntries() as PerformanceEventTiming[]) {
        if (entry.interactionId && entry.name !== 'pointerdown')
          shown.set(entry.interactionId, Math.max(entry.duration, shown.get(entry.interactionId) ?? 0))
      }
    })
    observer.observe({ type: 'event', durationThreshold: 16 } as PerformanceObserverInit)
  })
}

/**
 * Brings the line at `place` to the middle of the screen, pauses, makes ready to clock, and gives the point to touch.
 * Throws where something else lies over the line there.
 */
export function aim(page: Page, place: number, pause: number): Promise<{ x: number; y: number }> {
  return page.evaluate(
    async ({ place, pause }) => {
      const row = document.querySelectorAll('[role=checkbox]')[place]
      if (!row) throw new Error(`There is no line ${place}`)
      const frame = () => new Promise(requestAnimationFrame)
      // Until it stays: lines that were never on screen only guess their height, and move what is around them.
      for (let top = Number.NaN; top !== row.getBoundingClientRect().top; ) {
        row.scrollIntoView({ block: 'center', behavior: 'instant' })
        top = row.getBoundingClientRect().top
        await frame()
        await new Promise((resolve) => setTimeout(resolve, pause))
        await frame()
      }
      const { left, top, height, width } = row.getBoundingClientRect()
      const point = { x: Math.round(left + width / 3), y: Math.round(top + Math.min(height / 2, 28)) }
      const hit = document.elementFromPoint(point.x, point.y)
      if (!hit || !(row.contains(hit) || hit.contains(row)))
        throw new Error(
          `Line ${place} is covered at ${point.x}, ${point.y} by ${hit?.outerHTML.slice(0, 200)}`,
        )
      window.tapClock.wait()
      return point
    },
    { place, pause },
  )
}

/** Milliseconds of the tap made since `aim`. Rejects where no tick changed in 20 s. */
export function lastTap(page: Page): Promise<number> {
  const next = page.evaluate(() => window.tapClock.next)
  return within(20_000, next, 'tick after a tap')
}

/** Event Timing's durations of all taps so far; those under 16 ms are left out. */
export function shownDurations(page: Page): Promise<number[]> {
  return page.evaluate(() => [...window.tapClock.shown.values()])
}
