import { onCleanup } from 'solid-js'
import type { LineId } from '../../domain/model.ts'
import { listenTo } from '../../platform/listen.ts'
import { isTyping } from '../controls/focus.ts'
import { currentStage } from '../stage/currentStage.ts'
import { moveBeside } from '../stage/moveBeside.ts'
import { focusRow, lineAt } from '../stage/rows.ts'
import type { ProjectPage } from './page.ts'

/** The page's shortcuts, listed for people in Shortcuts.tsx. Off in text fields and under dialogs and menus. */
export function listenForKeys(page: ProjectPage): void {
  // They come a moment after the lines; this tells those who press keys sooner than people do.
  document.documentElement.dataset.keys = 'heard'
  onCleanup(() => delete document.documentElement.dataset.keys)
  listenTo<KeyboardEvent>(document, 'keydown', (event) => {
    if (event.defaultPrevented || isTyping(event.target)) return
    if (document.querySelector('dialog[open]')) return
    const run = event.ctrlKey || event.metaKey ? commandKey(event, page) : plainKey(event, page)
    if (!run) return
    event.preventDefault()
    run()
  })
}

function commandKey(event: KeyboardEvent, page: ProjectPage): (() => void) | undefined {
  switch (event.key.toLowerCase()) {
    case 'z':
      return event.shiftKey ? page.actions.redo : page.actions.undo
    case 'y':
      return page.actions.redo
    case 'k':
      return () => page.show({ kind: 'jump' })
    default:
      return undefined
  }
}

function plainKey(event: KeyboardEvent, page: ProjectPage): (() => void) | undefined {
  const line = lineAt(document.activeElement)
  if (event.altKey) {
    const by = event.key === 'ArrowUp' ? -1 : event.key === 'ArrowDown' ? 1 : null
    return by === null || line === null ? undefined : () => moveBeside(page, line, by)
  }
  switch (event.key) {
    case 'j':
      return () => focusNeighbour(line, 1)
    case 'k':
      return () => focusNeighbour(line, -1)
    case 'x':
      return line === null ? undefined : () => page.actions.tick(line)
    case 'e':
      return line === null ? undefined : () => page.showDetail(line, true)
    case 'n':
      return page.session.readOnly() ? undefined : () => page.compose(currentStage())
    case 'u':
      return page.actions.undo
    case '/':
      return () => page.show({ kind: 'jump' })
    case '?':
      return () => page.show({ kind: 'keys' })
    case 'Escape':
      return page.detail() === null ? undefined : () => page.showDetail(null)
    default:
      return undefined
  }
}

/** Puts the focus on the tick box of the next row, or the one before; on the first where none has it. */
function focusNeighbour(line: LineId | null, by: 1 | -1): void {
  const boxes = [...document.querySelectorAll<HTMLElement>('.line-tick')]
  const at = line === null ? (by === 1 ? -1 : boxes.length) : boxes.findIndex((box) => lineAt(box) === line)
  const next = boxes[Math.min(boxes.length - 1, Math.max(0, at + by))]
  const target = lineAt(next ?? null)
  if (target !== null) focusRow(target)
}
