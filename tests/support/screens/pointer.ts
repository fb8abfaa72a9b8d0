import type { Locator, Page } from '@playwright/test'

interface Point {
  readonly x: number
  readonly y: number
}

/** A finger or a mouse that is pressed, moved and lifted by hand. */
export async function makePointer(page: Page, touch: boolean) {
  if (!touch) {
    return {
      async down({ x, y }: Point) {
        await page.mouse.move(x, y)
        await page.mouse.down()
      },
      move: ({ x, y }: Point) => page.mouse.move(x, y, { steps: 4 }),
      up: () => page.mouse.up(),
    }
  }
  const devtools = await page.context().newCDPSession(page)
  const send = (type: 'touchStart' | 'touchMove' | 'touchEnd', touchPoints: Point[]) =>
    devtools.send('Input.dispatchTouchEvent', { type, touchPoints })
  let last: Point
  return {
    down: (point: Point) => send('touchStart', [point]),
    async move(point: Point) {
      last = point
      await send('touchMove', [point])
    },
    /** Rests before it lifts: a finger lifted in full swing is a fling to Chromium, which swallows the next tap. */
    async up() {
      for (let frame = 0; frame < 8; frame++) {
        await send('touchMove', [{ x: last.x, y: last.y + (frame % 2) }])
        await page.evaluate(() => new Promise(requestAnimationFrame))
      }
      await send('touchEnd', [])
    },
  }
}

/** Where an element is in the window. Throws where it is not shown. */
export async function box(target: Locator): Promise<Point & { width: number; height: number }> {
  const found = await target.boundingBox()
  if (!found) throw new Error(`${target} is not on the screen`)
  return found
}
