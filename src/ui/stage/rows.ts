import type { LineId } from '../../domain/model.ts'

/** The element of a line's row; null while it is filtered out or not made yet. */
export const rowElement = (line: LineId): HTMLElement | null => document.getElementById(`line-${line}`)

/** The line in whose row an element stands. */
export const lineAt = (element: Element | null): LineId | null =>
  element?.closest<HTMLElement>('.line')?.dataset.line ?? null

/** Puts the focus on the tick box of a line and brings its row into view; false where there is no such row. */
export function focusRow(line: LineId): boolean {
  const row = rowElement(line)
  row?.querySelector<HTMLElement>('.line-tick')?.focus({ preventScroll: true })
  row?.scrollIntoView({ block: 'nearest' })
  return row !== null
}
