import { type Accessor, createSignal } from 'solid-js'
import type { Change } from '../domain/change.ts'
import type { Command } from '../domain/command.ts'

/** One step a person took here, with what it changed. */
export interface Entry {
  readonly command: Command
  readonly changes: readonly Change[]
}

const DEPTH = 200

/**
 * The steps of this page that can be undone, newest last, and those undone that can be done again. Undo itself is a
 * domain command; this only remembers what to hand it.
 */
export function createUndoHistory() {
  const [done, setDone] = createSignal<readonly Entry[]>([])
  const [undone, setUndone] = createSignal<readonly Entry[]>([])
  const without = (list: readonly Entry[], entry: Entry) => list.filter((other) => other !== entry)
  const last = (list: readonly Entry[]): Entry | null => list.at(-1) ?? null
  const undoable: Accessor<Entry | null> = () => last(done())
  const redoable: Accessor<Entry | null> = () => last(undone())

  return {
    undoable,
    redoable,
    /** Remembers a step, unless it is none to take back. A new step ends what could be done again. */
    done(command: Command, changes: readonly Change[]): Entry {
      const entry = { command, changes }
      if (command.kind === 'introduce' || command.kind === 'undo') return entry
      setDone((list) => [...list.slice(1 - DEPTH), entry])
      setUndone([])
      return entry
    },
    /** `entry` was taken back, by the step `reverse`. */
    undone(entry: Entry, reverse: Entry): void {
      setDone((list) => without(list, entry))
      setUndone((list) => [...list, { command: entry.command, changes: reverse.changes }])
    },
    /** `entry`, which had been taken back, was done again by the step `again`. */
    redone(entry: Entry, again: Entry): void {
      setUndone((list) => without(list, entry))
      setDone((list) => [...list, { command: entry.command, changes: again.changes }])
    },
    /** Forgets a step that cannot be taken back any more, so that the one before it can. */
    drop(entry: Entry): void {
      setDone((list) => without(list, entry))
      setUndone((list) => without(list, entry))
    },
  }
}
