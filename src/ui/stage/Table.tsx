// biome-ignore-all lint/a11y/useSemanticElements: a table's own elements cannot group rows for content-visibility.
// biome-ignore-all lint/a11y/useFocusableInteractive: rows and cells of a table take no focus; their buttons do.
import { createMemo, For, type JSX, Show } from 'solid-js'
import { STRAY, type StageId } from '../../domain/model.ts'
import { Button } from '../controls/Button.tsx'
import { createLater } from '../controls/createLater.ts'
import { EmptyState } from '../controls/EmptyState.tsx'
import { filterName } from '../project/filterName.ts'
import { usePage } from '../project/page.ts'
import { project as t } from '../text/en/project.ts'
import { createPortion } from './createPortion.ts'
import type { LineDrag } from './lineDrag.ts'
import { lineAt } from './rows.ts'
import { StageSection } from './StageSection.tsx'
// The parties' colours, which rows share with the chips.
import '../controls/chip.css'
import './table.css'
import './row.css'
import './owner.css'
import './wide.css'

/** With more lines than this, rows out of sight are skipped. With fewer, looking for them costs more than it saves. */
const LONG = 60

/**
 * The table Stage | Owner | Responsibility: a table to screen readers, sections under sticky headings on a phone. One
 * listener answers for all rows.
 */
export function Table() {
  const page = usePage()
  const { model, filter } = page
  const stages = createMemo((): readonly StageId[] =>
    model.lineIds(STRAY).length > 0 ? [...model.stageIds(), STRAY] : model.stageIds(),
  )
  const portion = createPortion(stages, filter.shown)
  const long = createMemo(() => model.tally().lines > LONG)
  const nothing = createMemo(
    () => filter.active() && stages().every((stage) => filter.shown(stage).length === 0),
  )
  // Dragging is loaded after the first paint: nobody drags before they have seen a row.
  let drag: LineDrag | undefined
  createLater(
    () => import('./lineDrag.ts'),
    ({ makeLineDrag }) => {
      drag = makeLineDrag((line, stage, after) => page.actions.run({ kind: 'moveLine', line, stage, after }))
    },
  )

  function onClick(event: MouseEvent): void {
    const target = event.target as Element
    const line = lineAt(target)
    if (line === null || drag?.justEnded()) return
    if (target.closest('.line-tick')) page.actions.tick(line)
    else if (target.closest('.line-more')) page.showDetail(line)
    else {
      const party = target.closest<HTMLElement>('button.owner')?.dataset.party
      if (party !== undefined) page.actions.tickFor(line, party)
    }
  }

  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: what is pressed are the buttons inside, by key as well.
    <div
      class="table"
      role="table"
      aria-label={t.columns.table}
      data-long={long() ? '' : undefined}
      data-arranging={page.arranging() ? '' : undefined}
      onClick={onClick}
      onPointerDown={(event) => drag?.start(event, page.arranging())}
    >
      <div class="table-top" role="rowgroup">
        <div class="table-head" role="row">
          <span role="columnheader">{t.columns.stage}</span>
          <span role="columnheader">{t.columns.owner}</span>
          <span role="columnheader">{t.columns.line}</span>
        </div>
      </div>
      <For each={stages()}>{(stage) => <StageSection stage={stage} lines={portion.of(stage)} />}</For>
      <Show when={nothing()}>
        <Instead>
          <EmptyState title={t.filter.noneTitle} text={t.filter.none(filterName(page))}>
            <Button onClick={() => filter.choose('all', false)}>{t.filter.clear}</Button>
          </EmptyState>
        </Instead>
      </Show>
      <Show when={stages().length === 0}>
        <Instead>
          <EmptyState title={t.empty.title} text={t.empty.text}>
            <Button kind="primary" onClick={() => page.show({ kind: 'stages' })}>
              {t.empty.add}
            </Button>
          </EmptyState>
        </Instead>
      </Show>
    </div>
  )
}

/** What stands in the table where it has no rows. */
function Instead(props: { children: JSX.Element }) {
  return (
    <div class="table-instead" role="row">
      <div role="cell">{props.children}</div>
    </div>
  )
}
