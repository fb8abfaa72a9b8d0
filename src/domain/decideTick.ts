import { change, wordId } from './change.ts'
import type { Command, Decision, Env, Refusal } from './command.ts'
import type { Claim, Line, LineId, PartyId, Project, Tick } from './model.ts'
import { owns } from './owner.ts'
import { type Standing, standingOf } from './standing.ts'

type Of<Kind> = Extract<Command, { kind: Kind }>

/**
 * A party's word that its part is done or open again (rules T1, T2, B1). A tick of an unclaimed either line claims it;
 * a tick clears "blocked". Taking a tick back is allowed to a party that no longer owns the line.
 */
export function decideTick(project: Project, { line: id, party, done }: Of<'tick'>, env: Env): Decision {
  const line = project.lines.get(id)
  if (!line || line.removed) return { refused: 'unknown', what: 'line', id }
  const standing = standingOf(line, project)
  const had = Object.hasOwn(line.ticks, party) && line.ticks[party]?.done === true
  // Saying again what already stands would put a new time over the old word.
  const changes = had === done ? [] : [tickChange(project, id, party, done, env)]
  if (!done) return changes
  const refusal = whyNot(line, standing, party)
  if (refusal) return had ? [] : refusal
  // An either line that has one owner only while others are absent is claimed too, lest it reopen when they come back.
  const unclaimed = line.owner.rule === 'either' && standing.claimants.length === 0
  if (unclaimed && !claims(line, party)) changes.push(claimChange(project, id, party, true, env))
  if (line.blocked && changes.length > 0) changes.push(change(project, 'line', id, 'blocked', null))
  return changes
}

/** A party takes an either line or takes it no longer (rule T2). */
export function decideClaim(
  project: Project,
  { line: id, party, claims: takes }: Of<'claim'>,
  env: Env,
): Decision {
  const line = project.lines.get(id)
  if (!line || line.removed) return { refused: 'unknown', what: 'line', id }
  const { owner, claimants } = standingOf(line, project)
  if (claims(line, party) === takes) return []
  if (!takes) return [claimChange(project, id, party, false, env)]
  // Only an either line is there to be taken; a claim left on another would count once its owners change.
  if (line.owner.rule !== 'either') return []
  if (!owns(party, owner)) return { refused: 'notOwner', line: id, party }
  const other = claimants.find((claimant) => claimant !== party)
  if (other !== undefined) return { refused: 'takenByOther', line: id, party: other }
  return [claimChange(project, id, party, true, env)]
}

/** What a tap on the whole line means: the party to tick for, the parties to choose from, or why it cannot be ticked. */
export type TickTarget =
  | { readonly party: PartyId; readonly done: boolean }
  | { readonly ask: readonly PartyId[] }
  | Refusal

/**
 * The party a tap on a line speaks for (rule T4): the only owner, the claimant, or one's own party of a joint line;
 * where more than one could be meant, it asks. A tap on what that party has ticked takes the tick back.
 */
export function tickTarget(project: Project, line: Line, mine: PartyId | null): TickTarget {
  const standing = standingOf(line, project)
  const { owner, claimants, done, waiting } = standing
  if (standing.notApplicable) return { refused: 'notApplicable', line: line.id }
  if (owner.rule === 'none') return { refused: 'noOwner', line: line.id }
  const toggle = (party: PartyId): TickTarget => ({ party, done: !done.includes(party) })
  if (owner.rule === 'one') return toggle(owner.parties[0] as PartyId)
  if (owner.rule === 'either') {
    if (claimants.length > 1) return { refused: 'twoClaims', line: line.id, parties: claimants }
    return claimants.length === 1 ? toggle(claimants[0] as PartyId) : { ask: owner.parties }
  }
  if (mine !== null && owns(mine, owner)) return toggle(mine)
  return waiting.length === 1
    ? toggle(waiting[0] as PartyId)
    : { ask: waiting.length > 0 ? waiting : owner.parties }
}

function whyNot(line: Line, { owner, claimants, notApplicable }: Standing, party: PartyId): Refusal | null {
  if (notApplicable) return { refused: 'notApplicable', line: line.id }
  if (owner.rule === 'none') return { refused: 'noOwner', line: line.id }
  if (!owns(party, owner)) return { refused: 'notOwner', line: line.id, party }
  if (claimants.length > 1) return { refused: 'twoClaims', line: line.id, parties: claimants }
  const claimant = claimants[0]
  return claimant !== undefined && claimant !== party
    ? { refused: 'takenByOther', line: line.id, party: claimant }
    : null
}

const claims = (line: Line, party: PartyId): boolean =>
  Object.hasOwn(line.claims, party) && line.claims[party]?.claims === true

function tickChange(project: Project, line: LineId, party: PartyId, done: boolean, env: Env) {
  const word: Tick = { done, by: env.me, at: env.now }
  return change(project, 'tick', wordId(line, party), 'word', word)
}

function claimChange(project: Project, line: LineId, party: PartyId, takes: boolean, env: Env) {
  const word: Claim = { claims: takes, by: env.me, at: env.now }
  return change(project, 'claim', wordId(line, party), 'word', word)
}
