// @vitest-environment happy-dom
import { createRoot, createSignal } from 'solid-js'
import { expect, test, vi } from 'vitest'
import { createLeavingGuard } from '../../src/platform/leaving.ts'

/** Leaves the page; true where the browser would ask first. */
function asks(): boolean {
  const leaving = new Event('beforeunload', { cancelable: true })
  window.dispatchEvent(leaving)
  return leaving.defaultPrevented
}

test('leaving is asked about only while something would be lost, and else not even listened to', () => {
  const listening = vi.spyOn(window, 'addEventListener')
  const [wouldLose, setWouldLose] = createSignal(false)
  const dispose = createRoot((end) => {
    createLeavingGuard(wouldLose)
    return end
  })
  expect([asks(), listening.mock.calls]).toEqual([false, []])
  setWouldLose(true)
  expect(asks()).toBe(true)
  setWouldLose(false)
  expect(asks()).toBe(false)
  dispose()
})
