import type { Change, Noun } from './change.ts'
import { type Env, trimmed } from './command.ts'
import { linesOf } from './decideLine.ts'
import type { Line, LineId, Owner, PartyId, Project } from './model.ts'
import { SCHEMA } from './model.ts'
import { placeAfter } from './order.ts'
import { tidyOwner } from './owner.ts'

/** A party of a template. `key` is how the template's own lines name it; in a project it becomes a fresh id. */
export interface TemplateParty {
  readonly key: string
  readonly code: string
  readonly role: string
  readonly colour: number
  readonly third: boolean
}

/** A line of a template; `key` only where another line's `contactOf` names it. */
export interface TemplateLine {
  readonly key?: string
  readonly text: string
  readonly owner: Owner
  readonly conditional?: boolean
  readonly contactOf?: string
}

export interface TemplateStage {
  readonly title: string
  readonly gate?: boolean
  readonly lines: readonly TemplateLine[]
}

/** A reusable table: parties, stages, responsibilities; no teams, no dates. */
export interface Template {
  readonly id: string
  readonly name: string
  readonly description: string
  readonly parties: readonly TemplateParty[]
  readonly stages: readonly TemplateStage[]
}

/** What the "New project" form gives; everything but the name can wait. Parties are named by their template key. */
export interface ProjectSetup {
  readonly name: string
  readonly thirdParty: boolean
  readonly teams: Readonly<
    Record<string, { readonly team: string; readonly contacts: readonly SetupContact[] }>
  >
  readonly me: { readonly member: string; readonly name: string; readonly party: string | null }
}

export interface SetupContact {
  readonly name: string
  readonly email: string
  readonly phone: string
}

/**
 * The changes that fill an empty document from a template. Only this seeds content: two devices seeding one document
 * would double its rows, so opening never does. Empty values are left out; reading supplies them.
 */
export function changesFromTemplate(template: Template, setup: ProjectSetup, env: Env): Change[] {
  const made: Change[] = []
  const write = (noun: Noun, id: string, fields: Record<string, unknown>) => {
    for (const [field, after] of Object.entries(fields)) {
      if (after !== '' && after !== false && after !== undefined)
        made.push({ noun, id, field, before: null, after })
    }
  }
  const partyIds = new Map(template.parties.map((party) => [party.key, env.newId()]))
  const lineIds = new Map<string, LineId>()
  for (const line of template.stages.flatMap((stage) => stage.lines))
    if (line.key) lineIds.set(line.key, env.newId())
  const party = (key: string | null): PartyId | null => (key === null ? null : (partyIds.get(key) ?? null))

  const { me } = setup
  write('meta', 'project', { schema: SCHEMA, name: trimmed(setup.name), createdAt: env.now })
  made.push({ noun: 'meta', id: 'project', field: 'thirdParty', before: null, after: setup.thirdParty })
  write('member', me.member, { name: trimmed(me.name), party: party(me.party) ?? undefined })
  const partyKeys = placeAfter([], null, template.parties.length).keys
  template.parties.forEach(({ key, code, role, colour, third }, index) => {
    const id = partyIds.get(key) as string
    const teamOf = setup.teams[key]
    write('party', id, {
      code,
      role,
      team: trimmed(teamOf?.team ?? ''),
      colour,
      third,
      order: partyKeys[index],
    })
    for (const given of teamOf?.contacts ?? []) {
      const contact = { name: trimmed(given.name), email: trimmed(given.email), phone: trimmed(given.phone) }
      if (Object.values(contact).some((text) => text !== ''))
        write('contact', env.newId(), { party: id, ...contact })
    }
  })
  const stageKeys = placeAfter([], null, template.stages.length).keys
  template.stages.forEach(({ title, gate, lines }, index) => {
    const stage = env.newId()
    write('stage', stage, { title, gate, order: stageKeys[index] })
    const lineKeys = placeAfter([], null, lines.length).keys
    lines.forEach((line, place) => {
      const { rule, parties } = line.owner
      write('line', (line.key && lineIds.get(line.key)) || env.newId(), {
        stage,
        order: lineKeys[place],
        text: line.text,
        owner: tidyOwner({ rule, parties: parties.map(party).filter((id) => id !== null) }),
        conditional: line.conditional,
        contactOf: line.contactOf && lineIds.get(line.contactOf),
      })
    })
  })
  return made
}

/**
 * A template with the standing parties, stages and lines of a project (rule S2). Teams, contacts, notes, dates and all
 * that parties said stay behind, and so do owners and pointed-to lines that do not stand.
 */
export function templateFromProject(project: Project, id: string, name: string): Template {
  const lines = project.stageOrder.flatMap((stage) => linesOf(project, stage))
  const kept = new Set(lines.map((line) => line.id))
  const pointedAt = new Set(lines.map((line) => line.contactOf))
  const keep = ({ id: key, text, owner: { rule, parties }, conditional, contactOf }: Line): TemplateLine => ({
    ...(pointedAt.has(key) ? { key } : {}),
    text,
    owner: tidyOwner({ rule, parties: parties.filter((party) => project.partyOrder.includes(party)) }),
    ...(conditional ? { conditional } : {}),
    ...(contactOf !== null && kept.has(contactOf) ? { contactOf } : {}),
  })
  return {
    id,
    name: trimmed(name),
    description: '',
    parties: project.partyOrder.flatMap((key) => {
      const party = project.parties.get(key)
      return party
        ? [{ key, code: party.code, role: party.role, colour: party.colour, third: party.third }]
        : []
    }),
    stages: project.stageOrder.flatMap((stageId) => {
      const stage = project.stages.get(stageId)
      return stage
        ? [{ title: stage.title, gate: stage.gate, lines: linesOf(project, stageId).map(keep) }]
        : []
    }),
  }
}
