import { type LineId, STRAY, type StageId } from '../../domain/model.ts'

/** Pixels a pointer moves before a press becomes a drag, so that a trembling thumb still presses. */
const SLACK = 6
/** How near an edge of the window a drag scrolls the page, in pixels. */
const EDGE = 80

/** What the table tells and asks of a drag. */
export interface LineDrag {
  start(event: PointerEvent, arranging: boolean): void
  /** Whether a click belongs to a drag that ended just now. */
  justEnded(): boolean
}

interface Drop {
  readonly stage: StageId
  readonly after: LineId | null
}

/**
 * Moving a line by its button at the end: a drag with a mouse, at any time; with a finger only while `arranging`, since
 * it would take the scrolling from the thumb otherwise. The row stays where it is until it is dropped; a mark shows
 * where that would be. Esc lets go without moving.
 */
export function makeLineDrag(move: (line: LineId, stage: StageId, after: LineId | null) => void): LineDrag {
  let endedAt = Number.NEGATIVE_INFINITY
  let letGo = () => {}

  function start(event: PointerEvent, arranging: boolean): void {
    const grip = (event.target as Element).closest<HTMLElement>('.line-more')
    const row = grip?.closest<HTMLElement>('.line')
    if (!grip || !row || event.button !== 0 || (event.pointerType !== 'mouse' && !arranging)) return
    letGo()
    const from = { x: event.clientX, y: event.clientY }
    let at = from
    let drop: Drop | null = null
    let marked: Element | null = null
    let frame = 0
    // Its group and that one's block, which would clip it; found now, because it may be gone when the drag ends.
    const boxes = ['.line-group', '.line-block'].flatMap((box) => row.closest(box) ?? [])

    const follow = () => {
      // Another tab took the row away: nothing tells its button of the end of the drag then.
      if (!row.isConnected) return finish(false)
      frame = requestAnimationFrame(follow)
      const speed = at.y < EDGE ? at.y - EDGE : Math.max(0, at.y - (innerHeight - EDGE))
      if (speed !== 0) scrollBy(0, speed / 4)
      row.style.setProperty('--drag', `${at.y - from.y}px`)
      // A hand at the edge, where bars lie over the rows, means the row next to them.
      const found = dropAt({ x: at.x, y: Math.min(Math.max(at.y, EDGE), innerHeight - EDGE) }, row)
      // Beside all rows, what was marked last still holds: a hand that overshoots means the row at the end.
      if (found !== undefined) mark(found)
    }
    const mark = (found: (Drop & { element: Element; side: string }) | null) => {
      marked?.removeAttribute('data-drop')
      marked = found?.element ?? null
      marked?.setAttribute('data-drop', found?.side ?? '')
      drop = found
    }
    const onMove = (moved: PointerEvent) => {
      // Pressed here and released elsewhere before it was a drag.
      if (moved.buttons === 0) return finish(false)
      at = { x: moved.clientX, y: moved.clientY }
      if (frame !== 0 || Math.hypot(at.x - from.x, at.y - from.y) < SLACK) return
      grip.setPointerCapture(event.pointerId)
      row.setAttribute('data-dragged', '')
      for (const box of boxes) box.setAttribute('data-dragging', '')
      follow()
    }
    const onKey = (pressed: KeyboardEvent) => {
      if (pressed.key !== 'Escape' || frame === 0) return
      pressed.stopPropagation()
      finish(false)
    }
    const finish = (keep: boolean) => {
      listening.abort()
      if (frame === 0) return
      cancelAnimationFrame(frame)
      row.removeAttribute('data-dragged')
      for (const box of boxes) box.removeAttribute('data-dragging')
      row.style.removeProperty('--drag')
      const found = drop
      mark(null)
      endedAt = performance.now()
      if (keep && found) move(row.dataset.line ?? '', found.stage, found.after)
    }
    letGo = () => finish(false)
    const listening = new AbortController()
    const options = { signal: listening.signal }
    grip.addEventListener('pointermove', onMove, options)
    grip.addEventListener('pointerup', () => finish(true), options)
    grip.addEventListener('pointercancel', () => finish(false), options)
    window.addEventListener('keydown', onKey, { ...options, capture: true })
  }

  return {
    start,
    justEnded: () => performance.now() - endedAt < 100,
  }
}

/**
 * Where a drop at a point would put the row: the row or heading under it, and on which side of it. Null where that is
 * where it stands, undefined where nothing is to drop on.
 */
function dropAt(
  at: { x: number; y: number },
  dragged: HTMLElement,
): (Drop & { element: Element; side: string }) | null | undefined {
  const under = document.elementFromPoint(at.x, at.y)
  const section = under?.closest<HTMLElement>('.stage')
  const stage = section?.dataset.stage
  if (!under || !section || stage === undefined || stage === STRAY) return undefined
  const row = under.closest<HTMLElement>('.line')
  if (row === dragged) return null
  if (!row)
    return under.closest('.stage-head') ? { stage, after: null, element: section, side: 'first' } : undefined
  const box = row.getBoundingClientRect()
  const before = at.y < box.top + box.height / 2
  const lines = [...section.querySelectorAll<HTMLElement>('.line')]
  const place = lines.indexOf(row)
  if (lines[before ? place - 1 : place + 1] === dragged) return null
  const after = before ? lines[place - 1] : row
  return { stage, after: after?.dataset.line ?? null, element: row, side: before ? 'before' : 'after' }
}
