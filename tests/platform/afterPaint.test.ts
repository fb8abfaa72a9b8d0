import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { afterPaint } from '../../src/platform/afterPaint.ts'

let frame: (() => void) | undefined
beforeEach(() => {
  vi.useFakeTimers()
  vi.stubGlobal('requestAnimationFrame', (callback: () => void) => {
    frame = callback
  })
})
afterEach(() => {
  vi.useRealTimers()
  vi.unstubAllGlobals()
})

test('what waits for the frame runs after it, once', () => {
  const work = vi.fn()
  afterPaint(work)
  frame?.()
  expect(work).not.toHaveBeenCalled()
  vi.advanceTimersByTime(1)
  expect(work).toHaveBeenCalledOnce()
  vi.advanceTimersByTime(10_000)
  expect(work).toHaveBeenCalledOnce()
})

test('a page that draws no frames does it all the same', () => {
  const work = vi.fn()
  afterPaint(work)
  vi.advanceTimersByTime(500)
  expect(work).toHaveBeenCalledOnce()
})
