import { createMemo, For, lazy, Show, Suspense } from 'solid-js'
import { type LineId, STRAY, type StageId } from '../../domain/model.ts'
import { IconButton } from '../controls/Button.tsx'
import { usePage } from '../project/page.ts'
import { project as t } from '../text/en/project.ts'
import { Gate } from './Gate.tsx'
import { LineRow } from './LineRow.tsx'
import { createStageCount } from './stageCount.ts'

const Composer = lazy(() => import('./Composer.tsx'))

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
    <tbody class="stage" id={stageElementId(props.stage)} data-stage={props.stage} hidden={hidden()}>
      <tr class="stage-head">
        <th class="stage-head-cell" scope="rowgroup" colSpan={3}>
          <h2 class="stage-title" tabIndex={-1}>
            <span>{title()}</span>{' '}
            <span class="stage-count" data-done={count().passed === count().lines ? '' : undefined}>
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
        </th>
      </tr>
      <For each={props.lines}>{(id) => <LineRow id={id} />}</For>
      <Show when={props.lines.length === 0 && !composing() && !page.filter.active()}>
        <tr class="stage-empty">
          <td>{t.emptyStage}</td>
        </tr>
      </Show>
      <Show when={composing()}>
        <tr class="stage-compose">
          <td>
            <Suspense>
              <Composer stage={props.stage} title={title()} />
            </Suspense>
          </td>
        </tr>
      </Show>
      <Show when={gate()}>
        <Gate stage={props.stage} />
      </Show>
    </tbody>
  )
}

/** The id of a stage's section, for jumping to it. */
export const stageElementId = (stage: StageId): string => `stage-${stage}`
