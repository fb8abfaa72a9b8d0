/** Long enough for a frame on any phone. */
const FRAME_LIMIT = 500

/**
 * Runs `work` once the frame that is being made now is on screen: for what must not hold that frame up. A hidden page
 * draws no frames, so it is not waited for longer than half a second.
 */
export function afterPaint(work: () => void): void {
  let done = false
  const once = () => {
    if (done) return
    done = true
    work()
  }
  requestAnimationFrame(() => setTimeout(once))
  setTimeout(once, FRAME_LIMIT)
}

/** Where no screen appears at all, what waits for the first one is done after so many milliseconds. */
const SCREEN_LIMIT = 10_000

let tell: () => void
/** Resolves when the first screen is drawn, with what it is about, or is given up. */
export const firstScreen = new Promise<void>((resolve) => {
  tell = resolve
  setTimeout(resolve, SCREEN_LIMIT)
})

/** Says that a screen is in the page. */
export function screenShown(): void {
  afterPaint(tell)
}
