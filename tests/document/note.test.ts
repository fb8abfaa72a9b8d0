import fc from 'fast-check'
import { describe, expect, it, vi } from 'vitest'
import * as Y from 'yjs'
import { makeDocument } from '../../src/document/document.ts'
import { NOTE_LIMIT, openNote, smallestEdit } from '../../src/document/note.ts'
import { readAll } from '../../src/document/read.ts'

// Many cases in one test: they get their time also on a busy machine.
vi.setConfig({ testTimeout: 60_000 })

/** Few characters, three of them surrogate pairs of which two share either half, so that beginnings and ends often coincide. */
const texts = fc.string({ unit: fc.constantFrom('a', 'b', '😀', '😁', '🨀'), maxLength: 8 })
const replaced = (before: string, edit: NonNullable<ReturnType<typeof smallestEdit>>) =>
  before.slice(0, edit.at) + edit.inserted + before.slice(edit.at + edit.removed)

function device(clientID: number): Y.Doc {
  const doc = makeDocument()
  doc.clientID = clientID
  return doc
}

function meet(one: Y.Doc, two: Y.Doc): void {
  Y.applyUpdate(two, Y.encodeStateAsUpdate(one))
  Y.applyUpdate(one, Y.encodeStateAsUpdate(two))
}

describe('the smallest edit', () => {
  it('W1: turns the old text into the new one, and there is none where they are equal', () => {
    fc.assert(
      fc.property(texts, texts, (before, after) => {
        const edit = smallestEdit(before, after)
        expect(edit === null).toBe(before === after)
        if (edit) expect(replaced(before, edit)).toBe(after)
      }),
      { numRuns: 2000 },
    )
  })

  it('W1: never cuts a surrogate pair', () => {
    fc.assert(
      fc.property(texts, texts, (before, after) => {
        const edit = smallestEdit(before, after)
        if (!edit) return
        expect(edit.inserted.isWellFormed()).toBe(true)
        expect(before.slice(edit.at, edit.at + edit.removed).isWellFormed()).toBe(true)
      }),
      { numRuns: 2000 },
    )
  })

  it('W1: touches only what differs', () => {
    expect(smallestEdit('call first', 'call Tom first')).toEqual({ at: 5, removed: 0, inserted: 'Tom ' })
    expect(smallestEdit('abc', 'ac')).toEqual({ at: 1, removed: 1, inserted: '' })
    expect(smallestEdit('x😀y', 'x😁y')).toEqual({ at: 1, removed: 2, inserted: '😁' })
    expect(smallestEdit('x😀y', 'x🨀y')).toEqual({ at: 1, removed: 2, inserted: '🨀' })
  })
})

describe('a note', () => {
  it('W1: reads what was written, on this device and another', () => {
    fc.assert(
      fc.property(fc.array(texts, { maxLength: 6 }), (versions) => {
        const [here, there] = [device(1), device(2)]
        const note = openNote(here, 'l')
        for (const version of versions) note.write(version)
        meet(here, there)
        expect(note.text()).toBe(versions.at(-1) ?? '')
        expect(openNote(there, 'l').text()).toBe(note.text())
      }),
    )
  })

  it('W1: typed into on two devices is the same on both, with no broken character', () => {
    fc.assert(
      fc.property(
        texts,
        fc.array(texts, { maxLength: 4 }),
        fc.array(texts, { maxLength: 4 }),
        (first, mine, theirs) => {
          const [here, there] = [device(1), device(2)]
          const note = openNote(here, 'l')
          note.write(first)
          meet(here, there)
          const other = openNote(there, 'l')
          for (const version of mine) note.write(version)
          for (const version of theirs) other.write(version)
          meet(here, there)
          expect(other.text()).toBe(note.text())
          expect(note.text()).not.toContain('\ufffd')
        },
      ),
      { numRuns: 300 },
    )
  })

  it('W1: is cut at its limit, without half a character', () => {
    const note = openNote(device(1), 'l')
    note.write(`${'x'.repeat(NOTE_LIMIT - 1)}😀 and more`)
    expect(note.text()).toBe('x'.repeat(NOTE_LIMIT - 1))
    note.write(`${'y'.repeat(NOTE_LIMIT - 2)}😀`)
    expect(note.text()).toBe(`${'y'.repeat(NOTE_LIMIT - 2)}😀`)
  })

  it('W1: takes half a character as unreadable, as any other device would', () => {
    const note = openNote(device(1), 'l')
    note.write('a\ud83d')
    expect(note.text()).toBe('a\ufffd')
  })

  it('W2: undo takes back one’s own typing and leaves another’s', () => {
    const [here, there] = [device(1), device(2)]
    const note = openNote(here, 'l')
    note.write('Mine.')
    meet(here, there)
    openNote(there, 'l').write('Mine. Theirs.')
    meet(here, there)
    expect(note.undo()).toBe(true)
    expect(note.text()).toBe(' Theirs.')
    expect(note.redo()).toBe(true)
    expect(note.text()).toBe('Mine. Theirs.')
  })

  it('W2: undo gives false where there is nothing of one’s own to take back', () => {
    const note = openNote(device(1), 'l')
    expect(note.undo()).toBe(false)
    expect(note.redo()).toBe(false)
  })

  it('W2: writing and taking back are edits of this page, to be kept like any other', () => {
    const doc = device(1)
    const local: boolean[] = []
    doc.on('update', (_update, _origin, _doc, transaction) => local.push(transaction.local))
    const note = openNote(doc, 'l')
    note.write('Mine.')
    note.undo()
    note.close()
    // By this Yjs tells what storage and other tabs are handed.
    expect(local).toEqual([true, true])
  })

  it('V3: of a newer version is read and not written, nor is typing in it taken back', () => {
    const doc = device(1)
    const note = openNote(doc, 'l')
    note.write('Before.')
    doc.getMap('meta').set('project/schema', 2)
    note.write('After.')
    expect(note.undo() || note.redo()).toBe(false)
    expect(note.text()).toBe('Before.')
  })

  it('V1: mentioned but never written tells of no line', () => {
    const doc = device(1)
    openNote(doc, 'l').write('')
    expect(readAll(doc, 'p').lines.size).toBe(0)
  })
})
