import { type Change, change, changes, same, valueAt } from './change.ts'
import { type Command, type Decision, type Env, isRefusal, type Refusal, required } from './command.ts'
import { decideLine, type LineCommand } from './decideLine.ts'
import { decideParty, type PartyCommand } from './decideParty.ts'
import { decideStage, type StageCommand } from './decideStage.ts'
import { decideClaim, decideTick } from './decideTick.ts'
import { type Project, SCHEMA, type Voice } from './model.ts'

/**
 * What a command changes in a project, or why it does not. Pure: the same project, command and env give the same answer.
 * Changes that would write what already stands are left out, so an empty answer means there is nothing to do.
 */
export function decide(project: Project, command: Command, env: Env): Decision {
  if (project.meta.schema > SCHEMA) return { refused: 'readOnly' }
  const decision = decideByKind(project, command, env)
  return isRefusal(decision) ? decision : decision.filter(({ before, after }) => !same(before, after))
}

function decideByKind(project: Project, command: Command, env: Env): Decision {
  switch (command.kind) {
    case 'renameProject': {
      const name = required(command.name, 'project name')
      return typeof name === 'string' ? [change(project, 'meta', 'project', 'name', name)] : name
    }
    case 'setThirdParty':
      return [change(project, 'meta', 'project', 'thirdParty', command.takesPart)]
    case 'introduce':
      return introduce(project, command, env)
    case 'tick':
      return decideTick(project, command, env)
    case 'claim':
      return decideClaim(project, command, env)
    case 'undo':
      return undo(project, command.changes, env)
    default:
      return decideByNoun(project, command, env)
  }
}

/** The commands about one line, stage, party or contact, told apart by what they name. */
function decideByNoun(
  project: Project,
  command: LineCommand | StageCommand | PartyCommand,
  env: Env,
): Decision {
  if ('line' in command || command.kind === 'addLine') return decideLine(project, command, env)
  if (command.kind === 'addStage' || 'stage' in command) return decideStage(project, command, env)
  return decideParty(project, command, env)
}

function introduce(project: Project, command: { name: string; party: string | null }, env: Env): Decision {
  const name = required(command.name, 'your name')
  if (typeof name !== 'string') return name
  const { party } = command
  if (party !== null && !project.parties.has(party)) return { refused: 'unknown', what: 'party', id: party }
  return changes(project, 'member', env.me.member, { name, party })
}

/**
 * Rules U1 and U2: puts the values before back where the values after still stand; refused as a whole where one does not.
 * What the changes brought into being is flagged as removed rather than emptied, so that history and redo stay sound.
 */
function undo(project: Project, done: readonly Change[], env: Env): Decision {
  const overtaken = done.find((entry) => !same(valueAt(project, entry), entry.after))
  if (overtaken) return changedSince(project, overtaken)
  const born = new Set(done.filter(isBirth).map(entityKey))
  const back = done.filter((entry) => !born.has(entityKey(entry)))
  return [
    ...back.map(({ before, after, ...register }) => ({ ...register, before: after, after: before })),
    ...done
      .filter(isBirth)
      .map(({ noun, id }) => change(project, noun, id, 'removed', { by: env.me, at: env.now })),
  ]
}

const entityKey = ({ noun, id }: Change): string => `${noun}/${id}`

/** Each line, stage and party gets its place, and each contact its party, when it is made and never loses it. */
const isBirth = ({ noun, field, before }: Change): boolean =>
  before === null && (noun === 'contact' ? field === 'party' : field === 'order')

function changedSince(project: Project, { noun, id, field }: Change): Refusal {
  const now = valueAt(project, { noun, id, field })
  const by = typeof now === 'object' && now !== null && 'by' in now ? (now.by as Voice) : null
  return { refused: 'changedSince', register: { noun, id, field }, by }
}
