// biome-ignore-all lint/a11y/useSemanticElements: a table's own elements cannot group rows for content-visibility.
// biome-ignore-all lint/a11y/useFocusableInteractive: rows and cells of a table take no focus; their buttons do.
import { createMemo } from 'solid-js'
import type { StageId } from '../../domain/model.ts'
import { Icon } from '../controls/icons.tsx'
import { usePage } from '../project/page.ts'
import { project as t } from '../text/en/project.ts'

/** The mark after a gate stage: how many lines up to here are open, or that the gate is passed (rule G1). */
export function Gate(props: { stage: StageId }) {
  const page = usePage()
  const open = createMemo(() => {
    const stages = page.model.stageIds()
    return stages.slice(0, stages.indexOf(props.stage) + 1).reduce((sum, stage) => {
      const { lines, passed } = page.model.tally(stage)
      return sum + lines - passed
    }, 0)
  })
  const next = createMemo(() => {
    const stages = page.model.stageIds()
    const after = stages[stages.indexOf(props.stage) + 1]
    return (after !== undefined && page.stages().get(after)?.title) || t.gate.end
  })
  return (
    <div class="gate" role="row" data-passed={open() === 0 ? '' : undefined}>
      <div class="gate-words" role="cell">
        <Icon name={open() === 0 ? 'check' : 'gate'} />
        <span>{open() === 0 ? t.gate.passed : t.gate.open(open(), next())}</span>
      </div>
    </div>
  )
}
