import { type Accessor, createMemo } from 'solid-js'
import { STRAY, type StageId } from '../../domain/model.ts'
import { passed } from '../../domain/standing.ts'
import type { ReadModel } from '../../session/readModel.ts'

/** How far a stage is. */
export interface StageCount {
  readonly lines: number
  readonly passed: number
}

/**
 * Counts a stage's lines and those passed; wakes when one of the two changes. Lines without a stage are counted one by
 * one, since the tally keeps them under the stages they had.
 */
export function createStageCount(model: ReadModel, stage: StageId): Accessor<StageCount> {
  return createMemo(
    () => {
      if (stage !== STRAY) {
        const tally = model.tally(stage)
        return { lines: tally.lines, passed: tally.passed }
      }
      const views = model.lineIds(STRAY).flatMap((id) => model.line(id) ?? [])
      return { lines: views.length, passed: views.filter((view) => passed(view.standing)).length }
    },
    undefined,
    { equals: (a, b) => a?.lines === b?.lines && a?.passed === b?.passed },
  )
}
