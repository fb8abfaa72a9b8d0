import type { PartyId } from '../../domain/model.ts'
import { codeOf, colourOf } from '../party/code.ts'
import { usePage } from '../project/page.ts'
import { project as t } from '../text/en/project.ts'
import type { Row } from './rowOf.ts'

/**
 * One owner of a line: its code on its colour, its team and people. Of a joint line it is a button that ticks for this
 * party. `rule` never changes for an element; the row makes new ones where it does.
 */
export function Owner(props: { party: PartyId; rule: Row['rule']; row: Row }) {
  const page = usePage()
  const party = () => page.parties().get(props.party)
  const code = () => codeOf(page.parties(), props.party)
  const done = () => props.row.done.includes(props.party)
  const words = (
    <>
      <b class="owner-code" textContent={code()} />
      <span class="owner-team" textContent={party()?.team ?? ''} />
      <span class="owner-people" textContent={page.people().get(props.party) ?? ''} />
    </>
  )
  if (props.rule === 'joint') {
    return (
      <button
        type="button"
        class="owner"
        data-party={props.party}
        data-colour={colourOf(party())}
        aria-pressed={done()}
        aria-label={t.owner.tickFor(`${code()} ${party()?.team ?? ''}`.trim())}
      >
        {words}
      </button>
    )
  }
  return (
    <span
      class="owner"
      data-colour={colourOf(party())}
      data-claim={claimOf(props.row, props.party)}
      data-done={done() ? '' : undefined}
    >
      {words}
    </span>
  )
}

/** Of an either line: whether this party took it, or another did. */
function claimOf({ rule, claimants }: Row, party: PartyId): 'own' | 'other' | undefined {
  if (rule !== 'either' || claimants.length === 0) return undefined
  return claimants.includes(party) ? 'own' : 'other'
}
