import { change, changes } from './change.ts'
import { type Command, type Decision, type Env, required } from './command.ts'
import { linesOf, rekeyChanges } from './decideLine.ts'
import type { Project, Stage } from './model.ts'
import { placeAfter, standsAfter } from './order.ts'

export type StageCommand = Extract<
  Command,
  { kind: 'addStage' | 'renameStage' | 'moveStage' | 'setGate' | 'removeStage' }
>

/** Adding, naming, moving, gating and removing stages (rules P1, P3, G1, R1 to R3). */
export function decideStage(project: Project, command: StageCommand, env: Env): Decision {
  if (command.kind === 'addStage') return addStage(project, command, env)
  const { stage: id } = command
  const stage = project.stages.get(id)
  if (!stage || stage.removed) return { refused: 'unknown', what: 'stage', id }
  switch (command.kind) {
    case 'renameStage': {
      const title = required(command.title, 'stage')
      return typeof title === 'string' ? [change(project, 'stage', id, 'title', title)] : title
    }
    case 'moveStage': {
      const standing = standingStages(project)
      if (standsAfter(standing, id, command.after)) return []
      const others = standing.filter((other) => other.id !== id)
      const { keys, rekeyed } = placeAfter(others, command.after)
      return [...rekeyChanges(project, 'stage', rekeyed), change(project, 'stage', id, 'order', keys[0])]
    }
    case 'setGate':
      return [change(project, 'stage', id, 'gate', command.gate)]
    case 'removeStage':
      return removeStage(project, stage, env)
  }
}

function standingStages(project: Project): Stage[] {
  return project.stageOrder.flatMap((id) => project.stages.get(id) ?? [])
}

function addStage(
  project: Project,
  { after, title: given }: Extract<StageCommand, { kind: 'addStage' }>,
  env: Env,
): Decision {
  const title = required(given, 'stage')
  if (typeof title !== 'string') return title
  const { keys, rekeyed } = placeAfter(standingStages(project), after)
  return [
    ...rekeyChanges(project, 'stage', rekeyed),
    ...changes(project, 'stage', env.newId(), { title, order: keys[0] }),
  ]
}

/**
 * A stage goes with the lines it has now, each flagged, so that one undo brings all back; a line that another device
 * adds to it meanwhile is not flagged and shows as a line without a stage.
 */
function removeStage(project: Project, stage: Stage, env: Env): Decision {
  const removed = { by: env.me, at: env.now }
  const lines = linesOf(project, stage.id).map((line) => change(project, 'line', line.id, 'removed', removed))
  return [change(project, 'stage', stage.id, 'removed', removed), ...lines]
}
