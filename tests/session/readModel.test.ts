// @vitest-environment happy-dom
import { createEffect, createRoot } from 'solid-js'
import { describe, expect, it } from 'vitest'
import { apply, makeDocument, observe } from '../../src/document/document.ts'
import { read, readAll, touchedLines } from '../../src/document/read.ts'
import { type Command, isRefusal } from '../../src/domain/command.ts'
import { decide } from '../../src/domain/decide.ts'
import type { Voice } from '../../src/domain/model.ts'
import { standingOf } from '../../src/domain/standing.ts'
import { count, makeTally } from '../../src/domain/tally.ts'
import { changesFromTemplate } from '../../src/domain/template.ts'
import { integrationDeliverables } from '../../src/domain/templates/integrationDeliverables.ts'
import { createReadModel } from '../../src/session/readModel.ts'

const me: Voice = { member: 'm1', name: 'Ana', party: null }
let next = 0
const env = { now: 1, newId: () => `id${next++}`, me }

/** A document from the built-in template with the read model that follows it. */
function setUp() {
  const doc = makeDocument()
  const setup = { name: 'P', thirdParty: true, teams: {}, me: { member: 'm1', name: 'Ana', party: 'CIT' } }
  apply(doc, changesFromTemplate(integrationDeliverables, setup, env))
  const model = createReadModel(readAll(doc, 'p'))
  observe(doc, (changed) => model.update(read(doc, model.project(), changed), touchedLines(changed)))
  const run = (command: Command) => {
    const decision = decide(model.project(), command, env)
    if (isRefusal(decision)) throw new Error(`refused: ${decision.refused}`)
    apply(doc, decision)
  }
  const party = (code: string) =>
    [...model.project().parties.values()].find((known) => known.code === code)?.id as string
  const line = (stage: number, index: number) =>
    model.lineIds(model.stageIds()[stage] as string)[index] as string
  return { model, run, party, line }
}

function freshTally(model: ReturnType<typeof createReadModel>) {
  const tally = makeTally()
  for (const line of model.project().lines.values()) {
    if (!line.removed) count(tally, standingOf(line, model.project()), 1)
  }
  return tally
}

const sizes = (tally: ReturnType<typeof makeTally>) => ({
  ...tally,
  owned: Object.fromEntries([...tally.owned].filter(([, n]) => n !== 0)),
  waiting: Object.fromEntries([...tally.waiting].filter(([, n]) => n !== 0)),
})

describe('the read model', () => {
  it('T1: asks nobody at a tick who reads the parties, the stages or another part that stays the same', () => {
    const { model, run, party, line } = setUp()
    let asked = 0
    const dispose = createRoot((dispose) => {
      for (const part of ['meta', 'parties', 'partyOrder', 'contacts', 'members', 'stages'] as const) {
        createEffect(() => {
          model[part]()
          asked++
        })
      }
      return dispose
    })
    asked = 0
    run({ kind: 'tick', line: line(0, 0), party: party('CIT'), done: true })
    expect(asked).toBe(0)
    run({ kind: 'renameProject', name: 'Q' })
    expect(asked).toBe(1)
    dispose()
  })

  it('T1: wakes the row of a ticked line and no other row', () => {
    const { model, run, party, line } = setUp()
    const woken: string[] = []
    const dispose = createRoot((dispose) => {
      for (const id of [line(0, 0), line(0, 2)]) createEffect(() => woken.push(model.line(id)?.line.id ?? ''))
      return dispose
    })
    woken.length = 0
    run({ kind: 'tick', line: line(0, 0), party: party('CIT'), done: true })
    expect(woken).toEqual([line(0, 0)])
    expect(model.line(line(0, 0))?.standing.status).toBe('done')
    dispose()
  })

  it('N1, O1: keeps tallies equal to a fresh count through ticks, removals, moves and the third party leaving', () => {
    const { model, run, party, line } = setUp()
    const steps: Command[] = [
      { kind: 'tick', line: line(0, 2), party: party('CIT'), done: true },
      { kind: 'tick', line: line(4, 0), party: party('TPA'), done: true },
      { kind: 'setThirdParty', takesPart: false },
      { kind: 'moveLine', line: line(0, 0), stage: model.stageIds()[2] as string, after: null },
      { kind: 'setNotApplicable', line: line(3, 0), reason: 'not this time' },
      { kind: 'removeLine', line: line(1, 0) },
      { kind: 'setThirdParty', takesPart: true },
      { kind: 'removeParty', party: party('PCTY') },
      { kind: 'removeStage', stage: model.stageIds()[4] as string },
    ]
    for (const step of steps) {
      run(step)
      expect(sizes(model.tally()), step.kind).toEqual(sizes(freshTally(model)))
      for (const stage of model.stageIds()) expect(model.tally(stage).lines).toBe(model.lineIds(stage).length)
    }
  })
})
