import { createEffect, createSignal, onCleanup, onMount, untrack } from 'solid-js'
import type { LineId } from '../../domain/model.ts'
import { TextField } from '../controls/TextField.tsx'
import { usePage, viewOf } from '../project/page.ts'
import { line as t } from '../text/en/line.ts'

/**
 * The note of a line, written by several at once: what others type appears while one types, with the caret kept at
 * its own words. Undo and redo inside the field take back one's own typing only.
 */
export function NoteField(props: { line: LineId }) {
  const page = usePage()
  const note = page.session.openNote(untrack(() => props.line))
  const stored = () => viewOf(page.model, props.line).line.note
  const [full, setFull] = createSignal(false)
  let field: HTMLTextAreaElement | undefined

  onCleanup(() => note.close())
  createEffect(() => {
    stored()
    show()
  })

  /** Puts the note as it is now into the field, with the selection moved along with its words. */
  function show(): void {
    const next = note.text()
    if (!field || field.value === next) return
    const { selectionStart, selectionEnd, value } = field
    const hasFocus = document.activeElement === field
    field.value = next
    if (hasFocus)
      field.setSelectionRange(follow(selectionStart, value, next), follow(selectionEnd, value, next))
  }

  function onKeyDown(event: KeyboardEvent): void {
    if (!(event.ctrlKey || event.metaKey)) return
    const key = event.key.toLowerCase()
    const redo = key === 'y' || (key === 'z' && event.shiftKey)
    if (!redo && key !== 'z') return
    event.preventDefault()
    if (redo) note.redo()
    else note.undo()
    show()
  }

  onMount(show)
  return (
    <TextField
      ref={(element) => {
        field = element as HTMLTextAreaElement
      }}
      multiline
      label={t.note}
      hint={full() ? undefined : t.noteHint}
      error={full() ? t.noteFull : undefined}
      value=""
      readOnly={page.session.readOnly()}
      onInput={(text) => {
        note.write(text)
        setFull(note.text() !== text)
      }}
      onKeyDown={onKeyDown}
    />
  )
}

/** Where a place in `before` is in `after`, which differs from it by one replacement. */
export function follow(at: number, before: string, after: string): number {
  const shorter = Math.min(before.length, after.length)
  let start = 0
  while (start < shorter && before[start] === after[start]) start++
  let end = 0
  while (end < shorter - start && before.at(-1 - end) === after.at(-1 - end)) end++
  if (at <= start) return at
  if (at >= before.length - end) return at + after.length - before.length
  return Math.min(at, after.length - end)
}
