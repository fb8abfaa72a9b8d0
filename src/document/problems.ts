import type { Line, Problem, Project } from '../domain/model.ts'

/** What merging left dangling (rule V2): standing lines whose stage does not stand, owners that no party stands for. */
export function problemsOf(
  lines: Iterable<Line>,
  stages: Project['stages'],
  parties: Project['parties'],
): Problem[] {
  const problems: Problem[] = []
  // By id, because a map keeps the order of arrival, which differs from device to device.
  const standing = [...lines].filter((line) => line.removed === null && line.order !== '')
  for (const line of standing.sort((a, b) => (a.id < b.id ? -1 : 1))) {
    if (stages.get(line.stage)?.removed !== null) problems.push({ kind: 'lineWithoutStage', line: line.id })
    for (const party of line.owner.parties) {
      if (!parties.has(party)) problems.push({ kind: 'unknownOwner', line: line.id, party })
    }
  }
  return problems
}
