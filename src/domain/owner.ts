import type { Line, Meta, Owner, Party, PartyId, Project } from './model.ts'

/** Owner of a line after absent parties are left out; `none` is a finding (rules O1, O2). */
export type EffectiveOwner = Owner | { readonly rule: 'none'; readonly parties: readonly [] }

const NONE: EffectiveOwner = { rule: 'none', parties: [] }

/** Whether a party stands in the project and is not dropped by "no third party takes part" (rule O1). */
export function takesPart(party: Party | undefined, meta: Meta): boolean {
  return party !== undefined && party.removed === null && !(party.third && !meta.thirdParty)
}

/** The parties that take part now, in their order. */
export function partiesTakingPart(project: Project): readonly Party[] {
  return project.partyOrder
    .map((id) => project.parties.get(id))
    .filter((party): party is Party => takesPart(party, project.meta))
}

/**
 * The owner of a line as it counts now: the stored one less absent parties; a joint or either of one is that one
 * (rule O1). The stored owner stays as it is, so the condition can be switched back without loss.
 */
export function effectiveOwner(line: Line, project: Project): EffectiveOwner {
  const { rule, parties } = line.owner
  const present = parties.filter((id) => takesPart(project.parties.get(id), project.meta))
  if (present.length === 0) return NONE
  if (present.length === 1) return { rule: 'one', parties: present }
  return present.length === parties.length ? line.owner : { rule, parties: present }
}

/** Whether a party owns the line or shares it, as it counts now. */
export function owns(party: PartyId, owner: EffectiveOwner): boolean {
  return (owner.parties as readonly PartyId[]).includes(party)
}

/** An owner as it is stored: one party is always "one", several never are; nobody twice. */
export function tidyOwner({ rule, parties }: Owner): Owner {
  const distinct = [...new Set(parties)]
  if (distinct.length < 2) return { rule: 'one', parties: distinct }
  return { rule: rule === 'one' ? 'joint' : rule, parties: distinct }
}
