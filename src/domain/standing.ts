import type { Line, PartyId, Project, Reasoned } from './model.ts'
import { type EffectiveOwner, effectiveOwner } from './owner.ts'

/** Where a line stands, derived from what the parties said (rules T1, T2, N1, B1). */
export interface Standing {
  readonly status: 'open' | 'part' | 'done' | 'notApplicable'
  readonly owner: EffectiveOwner
  /** Parties of an either line that say they take it. One is the usual case, two is a conflict (rule T2). */
  readonly claimants: readonly PartyId[]
  /** Effective owners whose tick says done. */
  readonly done: readonly PartyId[]
  /** Parties that still have to tick. For an either line: its claimant, or all while nobody took it. */
  readonly waiting: readonly PartyId[]
  readonly notApplicable: (Reasoned & { readonly kind: 'byHand' }) | { readonly kind: 'byCondition' } | null
  readonly blocked: Reasoned | null
  readonly finding: 'noOwner' | 'twoClaims' | null
}

const says = (words: Line['ticks'], party: PartyId): boolean =>
  Object.hasOwn(words, party) && words[party]?.done === true

/** Where a line stands in its project now. Total and pure; costs a few steps per owner. */
export function standingOf(line: Line, project: Project): Standing {
  const owner = effectiveOwner(line, project)
  const parties: readonly PartyId[] = owner.parties
  const done = parties.filter((party) => says(line.ticks, party))
  const claimants =
    owner.rule === 'either'
      ? parties.filter((party) => Object.hasOwn(line.claims, party) && line.claims[party]?.claims)
      : []
  const notApplicable = notApplicableOf(line, project)
  return {
    status: notApplicable ? 'notApplicable' : statusOf(owner, claimants, done),
    owner,
    claimants,
    done,
    waiting: notApplicable ? [] : waitingOf(owner, claimants, done),
    notApplicable,
    blocked: line.blocked,
    finding: notApplicable
      ? null
      : owner.rule === 'none'
        ? 'noOwner'
        : claimants.length > 1
          ? 'twoClaims'
          : null,
  }
}

/** Counted as passed for progress and gates: done, or not applicable (rule N1). */
export function passed(standing: Standing): boolean {
  return standing.status === 'done' || standing.status === 'notApplicable'
}

function notApplicableOf(line: Line, project: Project): Standing['notApplicable'] {
  if (line.notApplicable) return { ...line.notApplicable, kind: 'byHand' }
  return line.conditional && !project.meta.thirdParty ? { kind: 'byCondition' } : null
}

function statusOf(
  owner: EffectiveOwner,
  claimants: readonly PartyId[],
  done: readonly PartyId[],
): 'open' | 'part' | 'done' {
  switch (owner.rule) {
    case 'none':
      return 'open'
    case 'either':
      // Two claims made apart leave the line open until one is withdrawn (rule T2).
      return claimants.length === 1 && done.includes(claimants[0] as PartyId) ? 'done' : 'open'
    case 'one':
    case 'joint':
      return done.length === owner.parties.length ? 'done' : done.length > 0 ? 'part' : 'open'
  }
}

function waitingOf(
  owner: EffectiveOwner,
  claimants: readonly PartyId[],
  done: readonly PartyId[],
): readonly PartyId[] {
  if (owner.rule !== 'either') return owner.parties.filter((party: PartyId) => !done.includes(party))
  if (claimants.length === 1) return claimants.filter((party) => !done.includes(party))
  return claimants.length > 1 ? claimants : owner.parties
}
