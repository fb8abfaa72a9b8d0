import { type Line, type LineId, STRAY, type StageId, type Word } from '../domain/model.ts'
import { byOrder, type Placed } from '../domain/order.ts'

interface Standing extends Placed {
  readonly removed: Word | null
}

/**
 * Ids of what stands, sorted. An entity without a place is one of which only others' words have arrived yet; it is left
 * out until its own registers come.
 */
export function orderOf(entities: Iterable<Standing>): string[] {
  return [...entities]
    .filter((entity) => entity.removed === null && entity.order !== '')
    .sort(byOrder)
    .map(({ id }) => id)
}

/** The previous array where the order is the same, so that readers can compare by identity. */
export function sameOrder(
  next: readonly string[],
  previous: readonly string[] | undefined,
): readonly string[] {
  const same =
    previous && previous.length === next.length && next.every((id, index) => id === previous[index])
  return same ? previous : next
}

/** The standing lines of each standing stage in order, and under STRAY those whose stage does not stand (rule R3). */
export function lineOrderOf(
  lines: Iterable<Line>,
  stages: readonly StageId[],
  previous: ReadonlyMap<StageId, readonly LineId[]>,
): ReadonlyMap<StageId, readonly LineId[]> {
  const byStage = new Map<StageId, Line[]>([...stages, STRAY].map((stage) => [stage, []]))
  for (const line of lines) (byStage.get(line.stage) ?? byStage.get(STRAY))?.push(line)
  return new Map([...byStage].map(([stage, list]) => [stage, sameOrder(orderOf(list), previous.get(stage))]))
}
