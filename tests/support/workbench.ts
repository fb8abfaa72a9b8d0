import { apply, makeDocument } from '../../src/document/document.ts'
import { readAll } from '../../src/document/read.ts'
import type { Change } from '../../src/domain/change.ts'
import { type Command, type Decision, type Env, isRefusal, type Refusal } from '../../src/domain/command.ts'
import { decide } from '../../src/domain/decide.ts'
import type { Line, Owner, Project, Stage, Voice } from '../../src/domain/model.ts'
import { type Standing, standingOf } from '../../src/domain/standing.ts'
import { changesFromTemplate, type Template } from '../../src/domain/template.ts'
import { integrationDeliverables } from '../../src/domain/templates/integrationDeliverables.ts'

/** The built-in template's lines by what they are good for in a test. */
export const LINE = { one: 0, conditional: 1, joint: 2, pointing: 3, joint2: 4, either: 7 } as const

/** A project in a document, driven by commands: ids are `id1`, `id2`.., and each command comes a second after the last. */
export interface Workbench {
  readonly doc: ReturnType<typeof makeDocument>
  /** The project as read from the document now. */
  readonly project: Project
  party(code: string): string
  /** The standing line at a place counted over all stages. */
  line(place: number): Line
  stage(place: number): Stage
  standing(place: number): Standing
  owner(rule: Owner['rule'], ...codes: string[]): Owner
  /** From now on commands are said by this party's member. */
  speakAs(code: string): void
  me(): Voice
  decide(command: Command): Decision
  /** Runs a command that must not be refused; gives what it changed. */
  run(command: Command): readonly Change[]
  /** Runs a command that must be refused; gives why. */
  refused(command: Command): Refusal
  tick(place: number, code: string, done?: boolean): readonly Change[]
}

/** A fresh project from the built-in template, or a copy of another workbench's document as a second device has it. */
export function openWorkbench(
  options: { thirdParty?: boolean; template?: Template; clientID?: number } = {},
): Workbench {
  const bench = emptyWorkbench(options.clientID ?? 1)
  const setup = { name: 'Payroll feed', thirdParty: options.thirdParty ?? true, teams: {}, me: member('CIT') }
  apply(bench.doc, changesFromTemplate(options.template ?? integrationDeliverables, setup, bench.env()))
  return bench
}

/** A project with nothing in it. `clientID` is fixed, so that a merge comes out the same each time. */
export function emptyWorkbench(clientID = 1): Workbench & { env(): Env } {
  const doc = makeDocument()
  doc.clientID = clientID
  let [made, now, code] = [0, 0, 'CIT']
  const read = (): Project => readAll(doc, 'p')
  const party = (wanted: string): string => {
    const found = [...read().parties.values()].find((known) => known.code === wanted)
    return found ? found.id : wanted
  }
  const me = (): Voice => ({ ...member(code), party: read().parties.has(party(code)) ? party(code) : null })
  const newId = (): string => {
    made += 1
    return clientID === 1 ? `id${made}` : `device${clientID}id${made}`
  }
  const env = (): Env => {
    now += 1000
    return { now, newId, me: me() }
  }
  const placed = (project: Project) => project.stageOrder.flatMap((id) => project.lineOrder.get(id) ?? [])
  const line = (place: number): Line => must(read().lines.get(placed(read())[place] ?? ''), `line ${place}`)
  const answer = (command: Command): Decision => decide(read(), command, env())
  const run = (command: Command): readonly Change[] => {
    const decision = answer(command)
    if (isRefusal(decision)) throw new Error(`refused: ${JSON.stringify({ command, decision })}`)
    apply(doc, decision)
    return decision
  }
  return {
    doc,
    get project() {
      return read()
    },
    env,
    party,
    line,
    stage: (place) => must(read().stages.get(read().stageOrder[place] ?? ''), `stage ${place}`),
    standing: (place) => standingOf(line(place), read()),
    owner: (rule, ...codes) => ({ rule, parties: codes.map(party) }),
    speakAs: (wanted) => {
      code = wanted
    },
    me,
    decide: answer,
    run,
    refused(command) {
      const decision = answer(command)
      if (!isRefusal(decision)) throw new Error(`not refused: ${JSON.stringify({ command, decision })}`)
      return decision
    },
    tick: (place, by, done = true) => run({ kind: 'tick', line: line(place).id, party: party(by), done }),
  }
}

function member(code: string): Voice {
  return { member: `member-${code}`, name: `Ana of ${code}`, party: code }
}

function must<T>(value: T | undefined, what: string): T {
  if (value === undefined) throw new Error(`there is no ${what}`)
  return value
}
