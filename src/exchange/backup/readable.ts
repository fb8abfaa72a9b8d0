import { type Contact, type Line, type Party, type Project, STRAY, type Word } from '../../domain/model.ts'
import { standingOf } from '../../domain/standing.ts'

type Json = null | boolean | number | string | readonly Json[] | { readonly [name: string]: Json }

/**
 * A project told for people and other programs: what a page would show, parties by their codes, times as ISO 8601.
 * Nothing is restored from it. Removed lines, stages, parties and contacts are left out. Total.
 */
export function readableOf(project: Project): Json {
  const code = (party: string | null): string | null =>
    party === null ? null : (project.parties.get(party)?.code ?? party)
  const contacts = [...project.contacts.values()].filter((contact) => contact.removed === null)
  const stray = linesOf(project, STRAY, code)
  return {
    name: project.meta.name,
    thirdParty: project.meta.thirdParty,
    createdAt: iso(project.meta.createdAt),
    parties: project.partyOrder.flatMap((id) => {
      const party = project.parties.get(id)
      return party ? [partyOf(party, contacts)] : []
    }),
    members: [...project.members.values()].map(({ name, party }) => ({ name, party: code(party) })),
    stages: project.stageOrder.map((id) => ({
      title: project.stages.get(id)?.title ?? '',
      gate: project.stages.get(id)?.gate ?? false,
      lines: linesOf(project, id, code),
    })),
    ...(stray.length > 0 ? { linesWithoutStage: stray } : {}),
  }
}

/** A time as ISO 8601; null where a document names one that no date can be. */
export function iso(at: number): string | null {
  const date = new Date(at)
  return Number.isNaN(date.getTime()) ? null : date.toISOString()
}

function partyOf({ id, code, role, team, third }: Party, contacts: readonly Contact[]): Json {
  const own = contacts.filter(({ party }) => party === id)
  return {
    code,
    role,
    team,
    third,
    contacts: own.map(({ name, email, phone, note, backup }) => ({ name, email, phone, note, backup })),
  }
}

type CodeOf = (party: string | null) => string | null

function linesOf(project: Project, stage: string, code: CodeOf): Json[] {
  const ids = project.lineOrder.get(stage) ?? []
  return ids.flatMap((id) => {
    const line = project.lines.get(id)
    return line ? [lineOf(line, project, code)] : []
  })
}

function lineOf(line: Line, project: Project, code: CodeOf): Json {
  const said = ({ by, at }: Word) => ({ by: by.name, at: iso(at) })
  const reasoned = (word: Line['blocked']): Json => word && { reason: word.reason, ...said(word) }
  return {
    text: line.text,
    status: standingOf(line, project).status,
    owner: { rule: line.owner.rule, parties: line.owner.parties.map(code) },
    conditional: line.conditional,
    ticks: Object.entries(line.ticks).map(([party, word]) => ({
      party: code(party),
      done: word.done,
      ...said(word),
    })),
    claims: Object.entries(line.claims).map(([party, word]) => ({
      party: code(party),
      claims: word.claims,
      ...said(word),
    })),
    due: line.due,
    contact: line.contact === null ? null : (project.contacts.get(line.contact)?.name ?? null),
    notApplicable: reasoned(line.notApplicable),
    blocked: reasoned(line.blocked),
    note: line.note,
  }
}
