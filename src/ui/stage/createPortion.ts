import { type Accessor, createSignal, onCleanup, untrack } from 'solid-js'
import type { LineId, StageId } from '../../domain/model.ts'

/** Rows made before the first paint, and in each idle moment after it. */
const FIRST = 60
const NEXT = 150

const whenIdle: (run: () => void) => () => void =
  typeof requestIdleCallback === 'function'
    ? (run) => {
        const handle = requestIdleCallback(run, { timeout: 200 })
        return () => cancelIdleCallback(handle)
      }
    : (run) => {
        const handle = setTimeout(run, 16)
        return () => clearTimeout(handle)
      }

/**
 * Lets a long project appear at once: the rows of the first screens now, the others in portions while the page is
 * idle, until all are there for scrolling, for screen readers and for the browser's search.
 */
export function createPortion(
  stages: Accessor<readonly StageId[]>,
  lines: (stage: StageId) => readonly LineId[],
) {
  const total = untrack(() => stages().reduce((sum, stage) => sum + lines(stage).length, 0))
  const [ready, setReady] = createSignal(total <= FIRST + NEXT ? Number.POSITIVE_INFINITY : FIRST)
  let cancel = () => {}
  const more = () => {
    const next = ready() + NEXT
    setReady(next >= total ? Number.POSITIVE_INFINITY : next)
    if (next < total) cancel = whenIdle(more)
  }
  if (ready() < total) cancel = whenIdle(more)
  onCleanup(() => cancel())

  return {
    /** The lines of a stage that may be made by now. */
    of(stage: StageId): readonly LineId[] {
      const ids = lines(stage)
      if (ready() === Number.POSITIVE_INFINITY) return ids
      const before = untrack(() => {
        const earlier = stages().slice(0, Math.max(0, stages().indexOf(stage)))
        return earlier.reduce((sum, other) => sum + lines(other).length, 0)
      })
      return ids.slice(0, Math.max(0, ready() - before))
    },
  }
}
