import type { LineId, StageId } from '../../domain/model.ts'
import { type ProjectPage, viewOf } from '../project/page.ts'
import { focusRow, rowElement } from './rows.ts'

/** Where a line would go one step up (-1) or down (1): past its neighbour, or over into the next stage; null at the ends. */
export function placeBeside(
  { model }: Pick<ProjectPage, 'model'>,
  line: LineId,
  by: 1 | -1,
): { readonly stage: StageId; readonly after: LineId | null } | null {
  const { stage } = viewOf(model, line).line
  const ids = model.lineIds(stage)
  const at = ids.indexOf(line)
  if (at < 0) return null
  if (by === -1 && at > 0) return { stage, after: ids[at - 2] ?? null }
  if (by === 1 && at < ids.length - 1) return { stage, after: ids[at + 1] ?? null }
  const stages = model.stageIds()
  const next = stages[stages.indexOf(stage) + by]
  if (next === undefined) return null
  return { stage: next, after: by === -1 ? (model.lineIds(next).at(-1) ?? null) : null }
}

/** Moves a line one step, keeping the focus on its row wherever it was there. */
export function moveBeside(page: ProjectPage, line: LineId, by: 1 | -1): void {
  const place = placeBeside(page, line, by)
  if (!place) return
  const hadFocus = rowElement(line)?.contains(document.activeElement) === true
  if (!page.actions.run({ kind: 'moveLine', line, ...place }, { quiet: true }) || !hadFocus) return
  focusRow(line)
}
