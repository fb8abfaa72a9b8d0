import type { Contact, Line, LineId, PartyId } from '../../domain/model.ts'
import type { Standing } from '../../domain/standing.ts'
import type { LineView } from '../../session/readModel.ts'
import { codeOf } from '../party/code.ts'
import type { ProjectPage } from '../project/page.ts'
import { project as t } from '../text/en/project.ts'
import { dayText } from './days.ts'

/** One remark under a line's text. `tone` says what it is for the eye; the words say it for everyone. */
export interface Flag {
  readonly tone: 'plain' | 'danger'
  readonly text: string
}

/** What a row shows, told from a line and where it stands. */
export interface Row {
  readonly text: string
  readonly status: Standing['status']
  readonly checked: 'true' | 'mixed' | 'false'
  /** The accessible name: the line's text, then its owner and state. */
  readonly name: string
  readonly rule: Standing['owner']['rule']
  readonly owners: readonly PartyId[]
  readonly done: readonly PartyId[]
  readonly claimants: readonly PartyId[]
  readonly flags: readonly Flag[]
}

/** What rows look up besides their own line. Each is read only by rows that need it, and wakes only those. */
export type RowSources = Pick<ProjectPage, 'parties' | 'contacts' | 'stages' | 'model' | 'today'>

export function rowOf({ line, standing }: LineView, sources: RowSources): Row {
  const { status, owner, done, claimants } = standing
  const code = (id: PartyId) => codeOf(sources.parties(), id)
  return {
    text: line.text,
    status,
    checked: status === 'done' ? 'true' : status === 'part' ? 'mixed' : 'false',
    name: t.lineName(line.text, ownerText(owner, code), stateText(standing, code)),
    rule: owner.rule,
    owners: owner.parties,
    done,
    claimants,
    flags: flagsOf(line, standing, sources, code),
  }
}

/** An owner in words: "CIT", "CIT and TPA jointly", "either CIT or TPA". */
export function ownerText(owner: Standing['owner'], code: (id: PartyId) => string): string {
  const codes = owner.parties.map(code)
  switch (owner.rule) {
    case 'none':
      return t.owner.none
    case 'one':
      return codes[0] ?? ''
    case 'joint':
      return t.owner.joint(codes)
    case 'either':
      return t.owner.either(codes)
  }
}

function stateText(standing: Standing, code: (id: PartyId) => string): string {
  const { status, owner, done, waiting, claimants, blocked } = standing
  const words: string[] = []
  if (owner.rule === 'either' && status !== 'notApplicable') {
    if (claimants.length === 0) words.push(t.state.unclaimed)
    else if (claimants.length === 1) words.push(t.state.claimed(code(claimants[0] as PartyId)))
    else words.push(t.state.twoClaims(claimants.map(code)))
  }
  if (status === 'part') words.push(t.state.part(done.map(code), waiting.map(code)))
  else words.push(t.state[status])
  if (blocked && status !== 'notApplicable') words.push(t.state.blocked)
  return words.join(', ')
}

function flagsOf(
  line: Line,
  standing: Standing,
  sources: RowSources,
  code: (id: PartyId) => string,
): readonly Flag[] {
  const flags: Flag[] = []
  const add = (tone: Flag['tone'], text: string) => flags.push({ tone, text })
  const open = standing.status === 'open' || standing.status === 'part'
  if (standing.finding === 'noOwner') add('danger', t.flag.noOwner)
  if (standing.finding === 'twoClaims') add('danger', t.flag.twoClaims(standing.claimants.map(code)))
  if (standing.notApplicable?.kind === 'byCondition') add('plain', t.flag.byCondition)
  else if (standing.notApplicable) add('plain', t.flag.notApplicable(standing.notApplicable.reason))
  if (standing.blocked && open) add('danger', t.flag.blocked(standing.blocked.reason))
  if (line.due !== null && open) {
    const late = line.due < sources.today()
    add(late ? 'danger' : 'plain', (late ? t.flag.overdue : t.flag.due)(dayText(line.due, sources.today())))
  }
  const contact = line.contact === null ? undefined : sources.contacts().get(line.contact)
  if (contact && !contact.removed) add('plain', t.flag.contact(contact.name))
  const goesTo = line.contactOf === null ? null : contactGoesTo(line.contactOf, sources)
  if (goesTo) add('plain', t.flag.goesTo(goesTo.contact.name, goesTo.stage))
  if (line.note !== '') add('plain', t.flag.note)
  return flags.length === 0 ? NO_FLAGS : flags
}

const NO_FLAGS: readonly Flag[] = []

/** The contact named on another line, and the stage that line stands in; null where none is named. */
export function contactGoesTo(
  source: LineId,
  { model, contacts, stages }: Pick<RowSources, 'model' | 'contacts' | 'stages'>,
): { readonly contact: Contact; readonly stage: string } | null {
  const line = model.line(source)?.line
  const contact = contacts().get(line?.contact ?? '')
  if (!line || line.removed || !contact || contact.removed) return null
  return { contact, stage: stages().get(line.stage)?.title ?? '' }
}
