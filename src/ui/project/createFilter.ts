import { type Accessor, createMemo, createSignal, untrack } from 'solid-js'
import type { LineId, PartyId, StageId } from '../../domain/model.ts'
import { owns } from '../../domain/owner.ts'
import { passed } from '../../domain/standing.ts'
import type { LineView, ReadModel } from '../../session/readModel.ts'

/** Whose lines are shown: everybody's, my party's, or one party's. */
export type Scope = 'all' | 'mine' | { readonly party: PartyId }

export interface LineFilter {
  readonly scope: Accessor<Scope>
  readonly openOnly: Accessor<boolean>
  readonly active: Accessor<boolean>
  /** Applies a filter anew, also when it is the same as before. */
  choose(scope: Scope, openOnly: boolean): void
  /** The lines of a stage to show, in order. */
  shown(stage: StageId): readonly LineId[]
  /** How many lines would be shown. */
  count(scope: Scope, openOnly: boolean): number
}

/**
 * Filters the lines of a project. What is left out is settled when the filter is chosen and stays until it is chosen
 * again: a line ticked under "Open only" must not vanish under the thumb, and a tick then costs one row, not a list.
 */
export function createFilter(model: ReadModel, mine: Accessor<PartyId | null>): LineFilter {
  const [chosen, setChosen] = createSignal({ scope: 'all' as Scope, openOnly: false })
  const partyOf = (scope: Scope): PartyId | null =>
    scope === 'all' ? null : scope === 'mine' ? mine() : scope.party
  const active = () => chosen().scope !== 'all' || chosen().openOnly

  const leftOut = createMemo((): ReadonlySet<LineId> => {
    const { scope, openOnly } = chosen()
    if (scope === 'all' && !openOnly) return NOTHING
    return untrack(() => {
      const party = partyOf(scope)
      const out = new Set<LineId>()
      for (const id of model.project().lines.keys()) {
        const view = model.line(id)
        if (view && !matches(view, scope, party, openOnly)) out.add(id)
      }
      return out
    })
  })

  return {
    scope: () => chosen().scope,
    openOnly: () => chosen().openOnly,
    active,
    choose: (scope, openOnly) => setChosen({ scope, openOnly }),
    shown(stage) {
      const out = leftOut()
      const ids = model.lineIds(stage)
      return out.size === 0 ? ids : ids.filter((id) => !out.has(id))
    },
    count(scope, openOnly) {
      const tally = model.tally()
      if (scope === 'all') return openOnly ? tally.lines - tally.passed : tally.lines
      return (openOnly ? tally.waiting : tally.owned).get(partyOf(scope) ?? '') ?? 0
    },
  }
}

const NOTHING: ReadonlySet<LineId> = new Set()

function matches({ standing }: LineView, scope: Scope, party: PartyId | null, openOnly: boolean): boolean {
  if (scope === 'all') return !openOnly || !passed(standing)
  if (party === null) return false
  return openOnly ? standing.waiting.includes(party) : owns(party, standing.owner)
}
