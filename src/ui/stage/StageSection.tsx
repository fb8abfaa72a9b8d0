// biome-ignore-all lint/a11y/useSemanticElements: a table's own elements cannot group rows for content-visibility.
// biome-ignore-all lint/a11y/useFocusableInteractive: rows and cells of a table take no focus; their buttons do.
import { createMemo, For, Index, Show } from 'solid-js'
import { type LineId, STRAY, type StageId } from '../../domain/model.ts'
import { IconButton } from '../controls/Button.tsx'
import { LatePart } from '../controls/LatePart.tsx'
import { late } from '../controls/late.ts'
import { usePage } from '../project/page.ts'
import { project as t } from '../text/en/project.ts'
import { Gate } from './Gate.tsx'
import { LineRow } from './LineRow.tsx'
import { createStageCount } from './stageCount.ts'

const Composer = late(() => import('./Composer.tsx'))

/** One stage: its heading with "2 of 3", its lines, and the gate after it. */
export function StageSection(props: { stage: StageId; lines: readonly LineId[] }) {
  const page = usePage()
  const title = createMemo(() =>
    props.stage === STRAY ? t.stray : (page.stages().get(props.stage)?.title ?? ''),
  )
  const count = createStageCount(page.model, props.stage)
  const gate = createMemo(() => page.stages().get(props.stage)?.gate === true)
  const composing = () => page.composing() === props.stage
  const hidden = () => page.filter.active() && props.lines.length === 0 && !composing()
  return (
    <div
      class="stage"
      role="rowgroup"
      id={stageElementId(props.stage)}
      data-stage={props.stage}
      hidden={hidden()}
    >
      <div class="stage-head" role="row">
        <div class="stage-head-cell" role="rowheader">
          <h2 class="stage-title" tabIndex={-1}>
            <span>{title()}</span>{' '}
            <span
              class="stage-count"
              data-done={count().lines > 0 && count().passed === count().lines ? '' : undefined}
            >
              {t.of(count().passed, count().lines)}
            </span>
          </h2>
          <Show when={props.stage !== STRAY && !page.session.readOnly()}>
            <IconButton
              class="stage-add"
              icon="add"
              label={t.addTo(title())}
              onClick={() => page.compose(props.stage)}
            />
          </Show>
        </div>
      </div>
      <Index each={groupsOf(props.lines, BLOCK)}>
        {(block) => (
          <div class="line-block" style={{ '--rows': block().length }}>
            <Index each={groupsOf(block(), GROUP)}>
              {(ids) => (
                <div class="line-group" style={{ '--rows': ids().length }}>
                  <For each={ids()}>{(id) => <LineRow id={id} />}</For>
                </div>
              )}
            </Index>
          </div>
        )}
      </Index>
      <Show when={props.lines.length === 0 && !composing() && !page.filter.active()}>
        <div class="stage-empty" role="row">
          <span role="cell">{t.emptyStage}</span>
        </div>
      </Show>
      <Show when={composing()}>
        <div role="row">
          <div role="cell">
            <LatePart ask={(wanted) => page.compose(wanted ? props.stage : null)}>
              <Composer stage={props.stage} title={title()} />
            </LatePart>
          </div>
        </div>
      </Show>
      <Show when={gate()}>
        <Gate stage={props.stage} />
      </Show>
    </div>
  )
}

/**
 * Rows that are skipped together while they are out of sight, and blocks of such groups. One by one, each of 5,000 rows
 * would be asked in every frame whether it is in sight, which cost more than all else in a tick; see docs/BENCH.md. Of a
 * block out of sight no group is asked, so groups can be small, and few rows are drawn in vain around the window.
 */
const GROUP = 10
const BLOCK = 200

function groupsOf(lines: readonly LineId[], size: number): readonly (readonly LineId[])[] {
  const groups = Array.from({ length: Math.ceil(lines.length / size) })
  return groups.map((_, index) => lines.slice(index * size, (index + 1) * size))
}

/** The id of a stage's section, for jumping to it. */
export const stageElementId = (stage: StageId): string => `stage-${stage}`
