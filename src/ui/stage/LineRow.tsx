import { createMemo, For, Show } from 'solid-js'
import type { LineId, Party, PartyId } from '../../domain/model.ts'
import { codeOf } from '../party/code.ts'
import { usePage, viewOf } from '../project/page.ts'
import { project as t } from '../text/en/project.ts'
import { Owner } from './Owner.tsx'
import { type Row, rowOf } from './rowOf.ts'

/**
 * One line. The tick box's target is the whole row, laid under the owners' buttons and the details button; what a
 * press on any of them means is told by the table's one listener, so that 5,000 rows hold none.
 */
export function LineRow(props: { id: LineId }) {
  const page = usePage()
  const row = createMemo(() => rowOf(viewOf(page.model, props.id), page))
  return (
    <tr class="line" id={`line-${props.id}`} data-line={props.id} data-status={row().status}>
      <td class="line-what">
        {/* biome-ignore lint/a11y/useSemanticElements: an input has no third state in HTML and no text in it. */}
        <button
          type="button"
          class="line-tick"
          role="checkbox"
          aria-checked={row().checked}
          aria-label={row().name}
          textContent={row().text}
        />
        <Flags row={row()} />
      </td>
      <td class="line-owners" data-rule={row().rule}>
        <Show when={row().rule} keyed>
          {(rule) => (
            <>
              <For each={row().owners}>{(party) => <Owner party={party} rule={rule} row={row()} />}</For>
              <Show when={rule === 'none' || rule === 'either'}>
                <span class="owner-word">{wordOf(row(), page.parties())}</span>
              </Show>
            </>
          )}
        </Show>
        <button type="button" class="line-more" aria-label={t.detailsOf(row().text)} />
      </td>
    </tr>
  )
}

/** Which party took an either line, if one did. */
function wordOf({ rule, claimants }: Row, parties: ReadonlyMap<PartyId, Party>): string {
  const [taker] = claimants
  if (rule === 'none') return t.owner.noneShort
  return taker !== undefined && claimants.length === 1
    ? t.owner.took(codeOf(parties, taker))
    : t.owner.eitherShort
}

function Flags(props: { row: Row }) {
  return (
    <Show when={props.row.flags.length > 0}>
      <p class="line-flags">
        <For each={props.row.flags}>{(flag) => <span data-tone={flag.tone}>{flag.text}</span>}</For>
      </p>
    </Show>
  )
}
