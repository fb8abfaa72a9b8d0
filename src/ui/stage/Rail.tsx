import { For } from 'solid-js'
import type { StageId } from '../../domain/model.ts'
import { Progress } from '../controls/Progress.tsx'
import { usePage } from '../project/page.ts'
import { project as t } from '../text/en/project.ts'
import { stageElementId } from './StageSection.tsx'
import { createStageCount } from './stageCount.ts'

/** The stages at the left of a wide screen: how far each is, and a jump to it. */
export function Rail() {
  const page = usePage()
  return (
    <nav class="rail" aria-label={t.rail}>
      <ol class="rail-list">
        <For each={page.model.stageIds()}>{(stage) => <RailItem stage={stage} />}</For>
      </ol>
    </nav>
  )
}

function RailItem(props: { stage: StageId }) {
  const page = usePage()
  const title = () => page.stages().get(props.stage)?.title ?? ''
  const count = createStageCount(page.model, props.stage)
  return (
    <li>
      <button type="button" class="rail-item" onClick={() => jumpTo(props.stage)}>
        <span class="rail-title">{title()}</span>
        <span class="rail-count">{t.of(count().passed, count().lines)}</span>
        <Progress
          value={count().passed}
          max={count().lines}
          label={t.progress(count().passed, count().lines)}
        />
      </button>
    </li>
  )
}

/** Scrolls to a stage and puts the focus on its heading. */
export function jumpTo(stage: StageId): void {
  const section = document.getElementById(stageElementId(stage))
  section?.scrollIntoView({ block: 'start' })
  section?.querySelector<HTMLElement>('h2')?.focus({ preventScroll: true })
}
