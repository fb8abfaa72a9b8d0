import { STRAY, type StageId } from '../../domain/model.ts'
import { lineAt } from './rows.ts'

/** The stage of the row that has the focus, else the one at the top of the window; null where there is none. */
export function currentStage(): StageId | null {
  const focused = document.activeElement
  const own = lineAt(focused) === null ? null : focused?.closest<HTMLElement>('.stage')
  const sections = [...document.querySelectorAll<HTMLElement>('.stage:not([hidden])')]
  const first = sections.find((section) => section.getBoundingClientRect().bottom > window.innerHeight / 3)
  const stage = (own ?? first ?? sections.at(-1))?.dataset.stage
  return stage === undefined || stage === STRAY ? null : stage
}
