import { type Change, change, changes } from './change.ts'
import {
  type Command,
  type ContactFields,
  type Decision,
  type Env,
  NAME_LIMIT,
  type PartyFields,
  type Refusal,
  required,
  TEXT_LIMIT,
  trimmed,
} from './command.ts'
import { rekeyChanges } from './decideLine.ts'
import type { Party, Project } from './model.ts'
import { placeAfter, standsAfter } from './order.ts'

export type PartyCommand = Extract<
  Command,
  {
    kind:
      | 'addParty'
      | 'editParty'
      | 'moveParty'
      | 'removeParty'
      | 'addContact'
      | 'editContact'
      | 'removeContact'
  }
>

/** Adding, editing, moving and removing parties and their contacts (rules P1, P3, E1, C1, R1, R4). */
export function decideParty(project: Project, command: PartyCommand, env: Env): Decision {
  switch (command.kind) {
    case 'addParty': {
      const { kind, after, ...fields } = command
      const { keys, rekeyed } = placeAfter(standingParties(project), after)
      const order = { order: keys[0] }
      return written(
        project,
        'party',
        env.newId(),
        fields,
        [...rekeyChanges(project, 'party', rekeyed)],
        order,
      )
    }
    case 'addContact': {
      const { kind, party, ...fields } = command
      if (project.parties.get(party)?.removed !== null)
        return { refused: 'unknown', what: 'party', id: party }
      return written(project, 'contact', env.newId(), fields, [], { party })
    }
    case 'editContact':
    case 'removeContact':
      return decideContact(project, command, env)
    case 'editParty':
    case 'moveParty':
    case 'removeParty':
      return decideStandingParty(project, command, env)
  }
}

function decideStandingParty(
  project: Project,
  command: Extract<PartyCommand, { kind: 'editParty' | 'moveParty' | 'removeParty' }>,
  env: Env,
): Decision {
  const { party: id } = command
  const party = project.parties.get(id)
  if (!party || party.removed) return { refused: 'unknown', what: 'party', id }
  if (command.kind === 'removeParty')
    return [change(project, 'party', id, 'removed', { by: env.me, at: env.now })]
  if (command.kind === 'moveParty') {
    const standing = standingParties(project)
    if (standsAfter(standing, id, command.after)) return []
    const others = standing.filter((other) => other.id !== id)
    const { keys, rekeyed } = placeAfter(others, command.after)
    return [...rekeyChanges(project, 'party', rekeyed), change(project, 'party', id, 'order', keys[0])]
  }
  const { kind, party: _, ...fields } = command
  return written(project, 'party', id, fields)
}

function decideContact(
  project: Project,
  command: Extract<PartyCommand, { kind: 'editContact' | 'removeContact' }>,
  env: Env,
): Decision {
  const contact = project.contacts.get(command.contact)
  if (!contact || contact.removed) return { refused: 'unknown', what: 'contact', id: command.contact }
  if (command.kind === 'removeContact')
    return [change(project, 'contact', contact.id, 'removed', { by: env.me, at: env.now })]
  const { kind, contact: id, ...fields } = command
  return written(project, 'contact', id, fields)
}

function standingParties(project: Project): Party[] {
  return project.partyOrder.flatMap((id) => project.parties.get(id) ?? [])
}

/** The changes that write the given fields: a party's code and a contact's name must not be empty, no text too long. */
function written(
  project: Project,
  noun: 'party' | 'contact',
  id: string,
  fields: Partial<PartyFields & ContactFields>,
  before: Change[] = [],
  extra: Record<string, unknown> = {},
): Decision {
  const checked: Record<string, unknown> = { ...extra }
  for (const [field, value] of Object.entries(fields)) {
    const text = typeof value === 'string' ? textOf(noun, field, value) : value
    if (typeof text === 'object') return text
    checked[field] = text
  }
  return [...before, ...changes(project, noun, id, checked)]
}

function textOf(noun: 'party' | 'contact', field: string, value: string): string | Refusal {
  if (field === (noun === 'party' ? 'code' : 'name')) return required(value, field)
  const limit = field === 'note' ? TEXT_LIMIT : NAME_LIMIT
  const text = trimmed(value)
  return text.length > limit ? { refused: 'tooLong', field, limit } : text
}
