import * as Y from 'yjs'
import { SCHEMA } from '../domain/model.ts'
import { LOCAL } from './document.ts'
import { keyOf, MAP_OF, noteName, number } from './schema.ts'

/** Longest note, in UTF-16 units. */
export const NOTE_LIMIT = 20_000

/** One line's note while it is being edited. */
export interface NoteEditor {
  /** The note as it is now. */
  text(): string
  /** Makes the note read `next`, as the smallest insertion and deletion, so that others' typing elsewhere in it survives. */
  write(next: string): void
  /** Takes back the last own change of the note; others' typing stays. False when there is none. */
  undo(): boolean
  redo(): boolean
  close(): void
}

/**
 * Opens a line's note (rules W1, W2). Yjs's own undo serves here, inside one text, tracking only what this page typed. In
 * a document of a newer version nothing is written (rule V3).
 */
export function openNote(doc: Y.Doc, line: string): NoteEditor {
  const text = doc.getText(noteName(line))
  const history = new Y.UndoManager(text, { trackedOrigins: new Set([LOCAL]), captureTimeout: 600 })
  return {
    text: () => text.toString(),
    write(next) {
      if (isNewer(doc)) return
      const edit = smallestEdit(text.toString(), bounded(next))
      if (!edit) return
      doc.transact(() => {
        text.delete(edit.at, edit.removed)
        text.insert(edit.at, edit.inserted)
      }, LOCAL)
    },
    undo: () => !isNewer(doc) && history.undo() !== null,
    redo: () => !isNewer(doc) && history.redo() !== null,
    close: () => history.destroy(),
  }
}

const isNewer = (doc: Y.Doc): boolean =>
  number(doc.getMap(MAP_OF.meta).get(keyOf('meta', 'project', 'schema'))) > SCHEMA

/** As much of a note as is kept. No half of a surrogate pair is: it would read otherwise on another device. */
function bounded(note: string): string {
  const cut = note.length > NOTE_LIMIT && isHighSurrogate(note, NOTE_LIMIT - 1) ? NOTE_LIMIT - 1 : NOTE_LIMIT
  return note.slice(0, cut).toWellFormed()
}

/**
 * The one replacement that turns `before` into `after`: what lies between their common beginning and end. Surrogate
 * pairs are kept whole. Null when they are equal.
 */
export function smallestEdit(
  before: string,
  after: string,
): { at: number; removed: number; inserted: string } | null {
  if (before === after) return null
  const shorter = Math.min(before.length, after.length)
  let start = 0
  while (start < shorter && before[start] === after[start]) start++
  if (isHighSurrogate(before, start - 1)) start--
  let end = 0
  while (end < shorter - start && before.at(-1 - end) === after.at(-1 - end)) end++
  if (end > 0 && isHighSurrogate(before, before.length - end - 1)) end--
  return { at: start, removed: before.length - end - start, inserted: after.slice(start, after.length - end) }
}

const isHighSurrogate = (text: string, index: number): boolean => (text.charCodeAt(index) & 0xfc00) === 0xd800
