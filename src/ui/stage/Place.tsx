import { For } from 'solid-js'
import type { Line } from '../../domain/model.ts'
import { Button } from '../controls/Button.tsx'
import { usePage } from '../project/page.ts'
import { line as t } from '../text/en/line.ts'
import { moveBeside, placeBeside } from './moveBeside.ts'
import { SelectField } from './SelectField.tsx'

/** Where a line stands: its stage, and a step up or down. */
export function Place(props: { line: Line }) {
  const page = usePage()
  const toStage = (stage: string) =>
    page.actions.run(
      { kind: 'moveLine', line: props.line.id, stage, after: page.model.lineIds(stage).at(-1) ?? null },
      { quiet: true },
    )
  const step = (by: 1 | -1) => (
    <Button
      icon={by === -1 ? 'up' : 'down'}
      disabled={placeBeside(page, props.line.id, by) === null}
      onClick={() => moveBeside(page, props.line.id, by)}
    >
      {by === -1 ? t.move.up : t.move.down}
    </Button>
  )
  return (
    <div class="place">
      <SelectField label={t.stage} value={props.line.stage} onChange={toStage}>
        <For each={page.model.stageIds()}>
          {(stage) => <option value={stage}>{page.stages().get(stage)?.title}</option>}
        </For>
      </SelectField>
      <div class="place-steps">
        {step(-1)}
        {step(1)}
      </div>
    </div>
  )
}
