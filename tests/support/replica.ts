import * as Y from 'yjs'
import { apply, LOCAL, makeDocument, observe } from '../../src/document/document.ts'
import { type NoteEditor, openNote } from '../../src/document/note.ts'
import { read, readAll } from '../../src/document/read.ts'
import type { Change } from '../../src/domain/change.ts'
import { isRefusal } from '../../src/domain/command.ts'
import { decide } from '../../src/domain/decide.ts'
import type { Project, Voice } from '../../src/domain/model.ts'
import type { Random } from './random.ts'
import { randomCommand } from './randomCommand.ts'

const REMOTE = Symbol('from another replica')

/** One device's copy of a project, kept in step by reading only what changed. */
export interface Replica {
  readonly doc: Y.Doc
  /** The project as the incremental reading has it. */
  readonly project: () => Project
  /** The kinds of commands that changed something here. */
  readonly kinds: ReadonlySet<string>
  /** Gives a random command, or types into a random note. */
  act(): void
  receive(update: Uint8Array): void
}

/** A replica; `send` is handed each update it makes itself. `number` names its ids and its Yjs client. */
export function makeReplica(number: number, random: Random, send: (update: Uint8Array) => void): Replica {
  const doc = makeDocument()
  doc.clientID = number + 1
  let project = readAll(doc, 'p')
  let [made, now] = [0, 0]
  const done: (readonly Change[])[] = []
  const kinds = new Set<string>()
  const notes = new Map<string, NoteEditor>()
  const newId = (): string => {
    made += 1
    return `r${number}n${made}`
  }
  observe(doc, (changed) => {
    project = read(doc, project, changed)
  })
  doc.on('update', (update: Uint8Array, origin: unknown) => {
    if (origin !== REMOTE) send(update)
  })
  const me = (): Voice => ({
    member: `m${number}`,
    name: `Member ${number}`,
    party: project.members.get(`m${number}`)?.party ?? null,
  })

  function command(): void {
    now += 1
    const given = randomCommand(project, random, done)
    const decision = decide(project, given, { now, newId, me: me() })
    if (isRefusal(decision) || decision.length === 0) return
    done.push(decision)
    kinds.add(given.kind)
    apply(doc, decision, LOCAL)
  }

  function note(): void {
    const lines = [...project.lines.keys()]
    if (lines.length === 0) return
    const line = random.pick(lines.slice(0, 5))
    const editor = notes.get(line) ?? openNote(doc, line)
    notes.set(line, editor)
    const text = editor.text()
    const at = random.below(text.length + 1)
    if (random.chance(0.2)) editor.undo()
    else if (random.chance(0.1)) editor.redo()
    else
      editor.write(text.slice(0, at) + random.pick(['a', '😀', '\n', 'é']) + text.slice(at + random.below(3)))
  }

  return {
    doc,
    project: () => project,
    kinds,
    act: () => (random.chance(0.1) ? note() : command()),
    receive: (update) => Y.applyUpdate(doc, update, REMOTE),
  }
}

/** The wires between replicas: they hold updates back, hand them on in any order, twice, or only after having lost them. */
export function makeNetwork(count: number, random: Random) {
  const waiting: Uint8Array[][] = Array.from({ length: count }, () => [])
  const lost: Uint8Array[][] = Array.from({ length: count }, () => [])

  function deliver(to: Replica, index: number): void {
    const queue = waiting[index] ?? []
    // What was lost is sent again soon: until it is, Yjs holds back all that its replica wrote later.
    if (random.chance(0.1)) queue.unshift(...(lost[index]?.splice(0) ?? []))
    if (queue.length === 0) return
    const at = random.chance(0.8) ? 0 : random.below(Math.min(queue.length, 8))
    const [update] = random.chance(0.1) ? queue.slice(at, at + 1) : queue.splice(at, 1)
    if (!update) return
    if (random.chance(0.03)) lost[index]?.push(update)
    else to.receive(update)
  }

  return {
    send(from: number, update: Uint8Array): void {
      waiting.forEach((queue, to) => {
        if (to !== from) queue.push(update)
      })
    },
    deliver,
    /** Sends what was lost again and empties the wires. */
    settle(replicas: readonly Replica[]): void {
      replicas.forEach((replica, index) => {
        const rest = [...(waiting[index] ?? []), ...(lost[index] ?? [])]
        while (rest.length > 0) replica.receive(rest.splice(random.below(rest.length), 1)[0] as Uint8Array)
      })
    },
  }
}
