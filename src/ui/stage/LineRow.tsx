// biome-ignore-all lint/a11y/useSemanticElements: a table's own elements cannot group rows for content-visibility.
// biome-ignore-all lint/a11y/useFocusableInteractive: rows and cells of a table take no focus; their buttons do.
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
    <div class="line" role="row" id={`line-${props.id}`} data-line={props.id} data-status={row().status}>
      <div class="line-what" role="cell">
        <button
          type="button"
          class="line-tick"
          role="checkbox"
          aria-checked={row().checked}
          aria-label={row().name}
          textContent={row().text}
        />
        <Flags row={row()} />
      </div>
      <div class="line-owners" role="cell" data-rule={row().rule}>
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
      </div>
    </div>
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
