// @vitest-environment happy-dom
import { describe, expect, it } from 'vitest'
import { createUndoHistory } from '../../src/session/history.ts'

const change = (after: string) => [{ noun: 'line', id: 'l', field: 'text', before: '', after }] as const
const reword = (text: string) => ({ kind: 'rewordLine', line: 'l', text }) as const

describe('the undo history', () => {
  it('U1: offers the newest step first, and what was undone for redo', () => {
    const history = createUndoHistory()
    const first = history.done(reword('a'), change('a'))
    const second = history.done(reword('b'), change('b'))
    expect(history.undoable()).toBe(second)
    history.undone(second, { command: { kind: 'undo', changes: [] }, changes: change('reverse') })
    expect(history.undoable()).toBe(first)
    expect(history.redoable()?.changes).toEqual(change('reverse'))
    expect(history.redoable()?.command).toEqual(reword('b'))
  })

  it('U1: forgets what could be redone once a new step is taken', () => {
    const history = createUndoHistory()
    const first = history.done(reword('a'), change('a'))
    history.undone(first, { command: { kind: 'undo', changes: [] }, changes: change('reverse') })
    history.done(reword('c'), change('c'))
    expect(history.redoable()).toBeNull()
  })

  it('U1: lets go of a step that was refused, so that the one before it can be undone', () => {
    const history = createUndoHistory()
    const first = history.done(reword('a'), change('a'))
    const second = history.done(reword('b'), change('b'))
    history.drop(second)
    expect(history.undoable()).toBe(first)
  })

  it('does not offer introducing oneself, nor an undo itself, for undo', () => {
    const history = createUndoHistory()
    history.done({ kind: 'introduce', name: 'Ana', party: null }, change('x'))
    history.done({ kind: 'undo', changes: [] }, change('y'))
    expect(history.undoable()).toBeNull()
  })
})
