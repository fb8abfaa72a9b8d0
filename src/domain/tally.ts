import type { PartyId } from './model.ts'
import { passed, type Standing } from './standing.ts'

/** Counts over lines, kept by adding and taking away single lines, so that a tick costs the same on 9 lines and 5,000. */
export interface Tally {
  lines: number
  /** Done or not applicable. */
  passed: number
  notApplicable: number
  blocked: number
  findings: number
  /** Per party: lines it owns or shares. */
  owned: Map<PartyId, number>
  /** Per party: lines that wait for it. */
  waiting: Map<PartyId, number>
}

/** An empty tally. */
export function makeTally(): Tally {
  return {
    lines: 0,
    passed: 0,
    notApplicable: 0,
    blocked: 0,
    findings: 0,
    owned: new Map(),
    waiting: new Map(),
  }
}

/** Counts a line's standing in (`by` 1) or out again (`by` -1). Changes `tally` in place. */
export function count(tally: Tally, standing: Standing, by: 1 | -1): void {
  tally.lines += by
  if (passed(standing)) tally.passed += by
  if (standing.status === 'notApplicable') tally.notApplicable += by
  if (standing.blocked && !passed(standing)) tally.blocked += by
  if (standing.finding) tally.findings += by
  for (const party of standing.owner.parties) bump(tally.owned, party, by)
  for (const party of standing.waiting) bump(tally.waiting, party, by)
}

function bump(counts: Map<PartyId, number>, party: PartyId, by: number): void {
  const now = (counts.get(party) ?? 0) + by
  if (now === 0) counts.delete(party)
  else counts.set(party, now)
}
