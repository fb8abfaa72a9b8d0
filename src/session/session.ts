import { type Accessor, createSignal } from 'solid-js'
import { encodeStateAsUpdate } from 'yjs'
import { apply, makeDocument, observe } from '../document/document.ts'
import { type NoteEditor, openNote } from '../document/note.ts'
import { read, readAll, touchedLines } from '../document/read.ts'
import { type Command, isRefusal, type Refusal } from '../domain/command.ts'
import { decide } from '../domain/decide.ts'
import { SCHEMA, type Voice } from '../domain/model.ts'
import type { Catalogue } from '../storage/catalogue.ts'
import type { Database } from '../storage/database.ts'
import { type Fault, faultOf } from '../storage/faults.ts'
import { openProjectStore, type SaveStatus } from '../storage/projectStore.ts'
import { connectTabs } from '../sync/tabs.ts'
import { createUndoHistory, type Entry } from './history.ts'
import { newId } from './ids.ts'
import { createReadModel, type ReadModel } from './readModel.ts'
import { makeSummaryWriter } from './summaryWriter.ts'

/** How far opening got. `missing`: nothing is stored under this id here; `failed`: see `fault`. */
export type Phase = 'loading' | 'ready' | 'missing' | 'failed'

/** What running a command gives: the entry that undo can take back (null: nothing had to change), or why not. */
export type Outcome = { readonly entry: Entry | null } | Refusal

/** One open project: the only thing the project's screens talk to. */
export interface Session {
  readonly id: string
  readonly phase: Accessor<Phase>
  /** Why opening failed. */
  readonly fault: Accessor<Fault | null>
  /** Whether what was edited here is safely on this device. */
  readonly saving: Accessor<SaveStatus>
  readonly model: ReadModel
  /** Who this device speaks as in this project. */
  readonly me: Accessor<Voice>
  /** True where the document was written by a newer version: it can be read, its unsent edits are kept. */
  readonly readOnly: Accessor<boolean>
  /** Once the session is closed, this and what undoes or redoes is refused. */
  run(command: Command): Outcome
  /** The last entry that can be undone or redone, for the toolbar. */
  readonly undoable: Accessor<Entry | null>
  readonly redoable: Accessor<Entry | null>
  /** Takes back the given entry, or the last one. */
  undo(entry?: Entry): Outcome
  redo(): Outcome
  /** Opens a line's note for editing; the text as others change it is in `model.line(id).line.note`. */
  openNote(line: string): NoteEditor
  /** Writes what is pending now and tells how that went. */
  flush(): Promise<SaveStatus>
  /** The document as one Yjs V1 update, for a backup: it includes what could not be saved. */
  encode(): Uint8Array
  /** Why that is only a part of what is stored; null where it is all. It stays, whatever `saving` says after it. */
  unread(): Fault | null
  close(): Promise<void>
}

export interface SessionParts {
  readonly database: Database
  readonly catalogue: Catalogue
  /** Milliseconds since 1970. */
  readonly now: () => number
}

/** Opens a project. Never throws: a failure to load shows in `phase` and `fault`, a failure to save in `saving`. */
export function openSession(id: string, { database, catalogue, now }: SessionParts): Session {
  const doc = makeDocument()
  const model = createReadModel(readAll(doc, id))
  const [phase, setPhase] = createSignal<Phase>('loading')
  const [fault, setFault] = createSignal<Fault | null>(null)
  const [saving, setSaving] = createSignal<SaveStatus>({ state: 'saved' })
  const [member, setMember] = createSignal('')
  const store = openProjectStore({ id, doc, database, onStatus: setSaving })
  const tabs = connectTabs({ id, doc })

  const me = (): Voice => {
    const known = model.members().get(member())
    return { member: member(), name: known?.name ?? '', party: known?.party ?? null }
  }
  const readOnly = () => model.meta().schema > SCHEMA
  const history = createUndoHistory()
  const summary = makeSummaryWriter({ catalogue, id, project: model.project, member, now })

  /** While loading, the document is read once at its end rather than at each stored row. */
  const stopObserving = observe(doc, (changed) => {
    if (phase() === 'loading') return
    model.update(read(doc, model.project(), changed), touchedLines(changed))
    summary.changed()
  })

  async function load(): Promise<void> {
    try {
      const [entry, outcome] = await Promise.all([catalogue.find(id), store.loaded])
      setMember(entry?.me ?? newId())
      model.update(readAll(doc, id), null)
      setPhase(outcome === 'empty' ? 'missing' : 'ready')
      if (phase() === 'ready') summary.opened()
    } catch (error) {
      setFault(faultOf(error))
      setPhase('failed')
    }
  }
  void load()

  let closed = false
  function run(command: Command): Outcome {
    if (closed) return { refused: 'closed' }
    const decision = decide(model.project(), command, { now: now(), newId, me: me() })
    if (isRefusal(decision)) return decision
    if (decision.length === 0) return { entry: null }
    apply(doc, decision)
    return { entry: history.done(command, decision) }
  }

  function revert(entry: Entry | null, record: (entry: Entry, outcome: Entry) => void): Outcome {
    if (!entry) return { entry: null }
    const outcome = run({ kind: 'undo', changes: entry.changes })
    if ('entry' in outcome && outcome.entry) record(entry, outcome.entry)
    else history.drop(entry)
    return outcome
  }

  return {
    id,
    phase,
    fault,
    saving,
    model,
    me,
    readOnly,
    run,
    undoable: history.undoable,
    redoable: history.redoable,
    undo: (entry) => revert(entry ?? history.undoable(), history.undone),
    redo: () => revert(history.redoable(), history.redone),
    openNote: (line) => openNote(doc, line),
    flush: () => store.flush(),
    encode: () => encodeStateAsUpdate(doc),
    unread: () => store.unread(),
    async close() {
      closed = true
      stopObserving()
      tabs.close()
      await summary.close()
      await store.close()
      doc.destroy()
    },
  }
}
