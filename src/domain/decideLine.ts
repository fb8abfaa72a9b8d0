import { type Change, change, changes } from './change.ts'
import { type Command, type Decision, type Env, type Refusal, required, TEXT_LIMIT } from './command.ts'
import { isDay } from './day.ts'
import type { ContactId, Line, LineId, Owner, Project, Reasoned, StageId } from './model.ts'
import { type Placed, placeAfter, standsAfter } from './order.ts'
import { tidyOwner } from './owner.ts'

export type LineCommand = Exclude<
  Extract<Command, { line: string }> | Extract<Command, { kind: 'addLine' }>,
  { kind: 'tick' | 'claim' }
>

/** Adding, wording, moving, owning and removing lines, and what is said of them by hand (rules O1, O3, P1, P3, R1, N1, B1, C2). */
export function decideLine(project: Project, command: LineCommand, env: Env): Decision {
  if (command.kind === 'addLine') return addLine(project, command, env)
  const { line: id } = command
  const line = project.lines.get(id)
  if (!line || line.removed) return { refused: 'unknown', what: 'line', id }
  const set = (field: keyof Line, value: unknown): Change[] => [change(project, 'line', id, field, value)]
  switch (command.kind) {
    case 'rewordLine': {
      const text = required(command.text, 'line', TEXT_LIMIT)
      return typeof text === 'string' ? set('text', text) : text
    }
    case 'moveLine':
      return moveLine(project, line, command.stage, command.after)
    case 'reownLine':
      return checkedOwner(project, command.owner) ?? set('owner', tidyOwner(command.owner))
    case 'setConditional':
      return set('conditional', command.conditional)
    case 'setDue':
      return command.due === null || isDay(command.due)
        ? set('due', command.due)
        : { refused: 'badDate', value: command.due }
    case 'nameContact':
      return unknownContact(project, command.contact) ?? set('contact', command.contact)
    case 'setNotApplicable':
      return reasoned(command.reason, env, (word) => set('notApplicable', word))
    case 'setBlocked':
      return reasoned(command.reason, env, (word) => set('blocked', word))
    case 'removeLine':
      return set('removed', { by: env.me, at: env.now })
  }
}

/** The standing lines of a stage, sorted. */
export function linesOf(project: Project, stage: StageId): Line[] {
  return (project.lineOrder.get(stage) ?? []).flatMap((id) => project.lines.get(id) ?? [])
}

/** The changes that give neighbours their new keys where an insertion had to rekey them. */
export function rekeyChanges(
  project: Project,
  noun: 'line' | 'stage' | 'party',
  rekeyed: readonly Placed[],
): Change[] {
  return rekeyed.map(({ id, order }) => change(project, noun, id, 'order', order))
}

function addLine(project: Project, command: Extract<LineCommand, { kind: 'addLine' }>, env: Env): Decision {
  const { stage, after, owner } = command
  if (project.stages.get(stage)?.removed !== null) return { refused: 'unknown', what: 'stage', id: stage }
  const text = required(command.text, 'line', TEXT_LIMIT)
  if (typeof text !== 'string') return text
  const refusal = checkedOwner(project, owner)
  if (refusal) return refusal
  const { keys, rekeyed } = placeAfter(linesOf(project, stage), after)
  const fields = { stage, order: keys[0], text, owner: tidyOwner(owner) }
  return [...rekeyChanges(project, 'line', rekeyed), ...changes(project, 'line', env.newId(), fields)]
}

function moveLine(project: Project, line: Line, stage: StageId, after: LineId | null): Decision {
  if (project.stages.get(stage)?.removed !== null) return { refused: 'unknown', what: 'stage', id: stage }
  const lines = linesOf(project, stage)
  if (standsAfter(lines, line.id, after)) return []
  const others = lines.filter(({ id }) => id !== line.id)
  const { keys, rekeyed } = placeAfter(others, after)
  return [
    ...rekeyChanges(project, 'line', rekeyed),
    ...changes(project, 'line', line.id, { stage, order: keys[0] }),
  ]
}

function checkedOwner(project: Project, owner: Owner): Refusal | null {
  const missing = owner.parties.find((id) => !project.parties.has(id))
  return missing === undefined ? null : { refused: 'unknown', what: 'party', id: missing }
}

function unknownContact(project: Project, id: ContactId | null): Refusal | null {
  if (id === null || project.contacts.get(id)?.removed === null) return null
  return { refused: 'unknown', what: 'contact', id }
}

function reasoned(reason: string | null, env: Env, set: (word: Reasoned | null) => Change[]): Decision {
  if (reason === null) return set(null)
  const text = required(reason, 'reason', TEXT_LIMIT)
  return typeof text === 'string' ? set({ reason: text, by: env.me, at: env.now }) : text
}
