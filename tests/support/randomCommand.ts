import type { Change } from '../../src/domain/change.ts'
import type { Command } from '../../src/domain/command.ts'
import type { Owner, Project } from '../../src/domain/model.ts'
import type { Random } from './random.ts'

const TEXTS = [
  'Write it down',
  'Zoë’s part',
  '  spaced\nout ',
  '👩‍💻 test',
  'half \ud83d',
  '',
  'e\u0301 and é',
]
const DAYS = [null, '2026-05-03', '2028-02-29', '2026-02-30', 'soon']

/** What a replica can undo: the changes of its own commands. */
type Done = readonly (readonly Change[])[]

/**
 * A command a person could give over what a project holds: mostly about things that stand, sometimes about removed or
 * unknown ones, sometimes with a text or day that is refused. Ticks are the most frequent, as in life.
 */
export function randomCommand(project: Project, random: Random, done: Done): Command {
  if (random.chance(0.3)) return COMMANDS.tick(project, random, done)
  if (random.chance(0.1)) return COMMANDS.undo(project, random, done)
  return random.pick(ALL)(project, random, done)
}

type Makers = {
  [K in Command['kind']]: (project: Project, random: Random, done: Done) => Command & { kind: K }
}

// One maker a kind, so that the compiler asks for a new one with each new command.
const COMMANDS: Makers = {
  renameProject: (_, random) => ({ kind: 'renameProject', name: text(random) }),
  setThirdParty: (_, random) => ({ kind: 'setThirdParty', takesPart: random.chance(0.5) }),
  introduce: (project, random) => ({
    kind: 'introduce',
    name: text(random),
    party: maybe(random, party(project, random)),
  }),
  tick: (project, random) => ({ kind: 'tick', ...word(project, random), done: random.chance(0.7) }),
  claim: (project, random) => ({ kind: 'claim', ...word(project, random), claims: random.chance(0.6) }),
  addLine: (project, random) => ({
    kind: 'addLine',
    stage: stage(project, random),
    after: maybe(random, line(project, random)),
    text: text(random),
    owner: owner(project, random),
  }),
  rewordLine: (project, random) => ({ kind: 'rewordLine', line: line(project, random), text: text(random) }),
  moveLine: (project, random) => ({
    kind: 'moveLine',
    line: line(project, random),
    stage: stage(project, random),
    after: maybe(random, line(project, random)),
  }),
  reownLine: (project, random) => ({
    kind: 'reownLine',
    line: line(project, random),
    owner: owner(project, random),
  }),
  setConditional: (project, random) => ({
    kind: 'setConditional',
    line: line(project, random),
    conditional: random.chance(0.5),
  }),
  setDue: (project, random) => ({ kind: 'setDue', line: line(project, random), due: random.pick(DAYS) }),
  nameContact: (project, random) => ({
    kind: 'nameContact',
    line: line(project, random),
    contact: maybe(random, contact(project, random)),
  }),
  setNotApplicable: (project, random) => ({
    kind: 'setNotApplicable',
    line: line(project, random),
    reason: maybe(random, text(random)),
  }),
  setBlocked: (project, random) => ({
    kind: 'setBlocked',
    line: line(project, random),
    reason: maybe(random, text(random)),
  }),
  removeLine: (project, random) => ({ kind: 'removeLine', line: line(project, random) }),
  addStage: (project, random) => ({
    kind: 'addStage',
    after: maybe(random, stage(project, random)),
    title: text(random),
  }),
  renameStage: (project, random) => ({
    kind: 'renameStage',
    stage: stage(project, random),
    title: text(random),
  }),
  moveStage: (project, random) => ({
    kind: 'moveStage',
    stage: stage(project, random),
    after: maybe(random, stage(project, random)),
  }),
  setGate: (project, random) => ({
    kind: 'setGate',
    stage: stage(project, random),
    gate: random.chance(0.5),
  }),
  removeStage: (project, random) => ({ kind: 'removeStage', stage: stage(project, random) }),
  addParty: (project, random) => ({
    kind: 'addParty',
    after: maybe(random, party(project, random)),
    code: text(random),
    role: text(random),
    team: text(random),
    colour: random.below(8),
    third: random.chance(0.2),
  }),
  editParty: (project, random) => ({
    kind: 'editParty',
    party: party(project, random),
    ...(random.chance(0.5) ? { team: text(random) } : { third: random.chance(0.3), colour: random.below(8) }),
  }),
  moveParty: (project, random) => ({
    kind: 'moveParty',
    party: party(project, random),
    after: maybe(random, party(project, random)),
  }),
  removeParty: (project, random) => ({ kind: 'removeParty', party: party(project, random) }),
  addContact: (project, random) => ({
    kind: 'addContact',
    party: party(project, random),
    name: text(random),
    email: text(random),
    phone: text(random),
    note: text(random),
    backup: random.chance(0.3),
  }),
  editContact: (project, random) => ({
    kind: 'editContact',
    contact: contact(project, random),
    ...(random.chance(0.5) ? { name: text(random) } : { note: text(random), backup: random.chance(0.5) }),
  }),
  removeContact: (project, random) => ({ kind: 'removeContact', contact: contact(project, random) }),
  undo: (_, random, done) => ({
    kind: 'undo',
    // Mostly the last step, as the button does; sometimes an older one, as a toast does.
    changes: done.length === 0 ? [] : ((random.chance(0.7) ? done.at(-1) : random.pick(done)) ?? []),
  }),
}

const ALL = Object.values(COMMANDS)

const line = (project: Project, random: Random): string => idOf(project.lines, random)
const stage = (project: Project, random: Random): string => idOf(project.stages, random)
const party = (project: Project, random: Random): string => idOf(project.parties, random)
const contact = (project: Project, random: Random): string => idOf(project.contacts, random)
const text = (random: Random): string => random.pick(TEXTS)
const maybe = <T>(random: Random, value: T): T | null => (random.chance(0.3) ? null : value)
const word = (project: Project, random: Random) => ({
  line: line(project, random),
  party: party(project, random),
})

/** Rarely an unknown id; else any, but a removed one only where it comes up twice. */
function idOf(entities: ReadonlyMap<string, { readonly removed: unknown }>, random: Random): string {
  if (entities.size === 0 || random.chance(0.03)) return 'unknown'
  const ids = [...entities.keys()]
  const id = random.pick(ids)
  return entities.get(id)?.removed ? random.pick(ids) : id
}

function owner(project: Project, random: Random): Owner {
  const parties = Array.from({ length: 1 + random.below(3) }, () => party(project, random))
  return { rule: random.pick(['one', 'joint', 'either'] as const), parties }
}
