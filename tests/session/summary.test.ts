import { describe, expect, it } from 'vitest'
import { apply, makeDocument } from '../../src/document/document.ts'
import { readAll } from '../../src/document/read.ts'
import { type Command, isRefusal } from '../../src/domain/command.ts'
import { decide } from '../../src/domain/decide.ts'
import { changesFromTemplate } from '../../src/domain/template.ts'
import { integrationDeliverables } from '../../src/domain/templates/integrationDeliverables.ts'
import { summaryOf } from '../../src/session/summary.ts'

function setUp() {
  let next = 0
  const env = { now: 1, newId: () => `id${next++}`, me: { member: 'm1', name: 'Ana', party: null } }
  const doc = makeDocument()
  const me = { member: 'm1', name: 'Ana', party: 'CIT' }
  const setup = { name: 'Payroll', thirdParty: true, teams: {}, me }
  apply(doc, changesFromTemplate(integrationDeliverables, setup, env))
  const project = () => readAll(doc, 'p')
  const run = (command: Command) => {
    const decision = decide(project(), command, env)
    if (isRefusal(decision)) throw new Error(`refused: ${decision.refused}`)
    apply(doc, decision)
  }
  const stage = (at: number) => project().stageOrder[at] as string
  return { doc, project, run, stage, party: () => project().members.get('m1')?.party as string }
}

describe('the summary of a project', () => {
  it('Q1: counts lines and those passed, by stage and in the whole', () => {
    const { project, run, stage, party } = setUp()
    const [first = ''] = project().lineOrder.get(stage(0)) ?? []
    run({ kind: 'tick', line: first, party: party(), done: true })
    const summary = summaryOf(project(), 'm1')
    expect(summary.stages.map(({ lines, passed }) => [lines, passed])).toEqual([
      [3, 1],
      [2, 0],
      [1, 0],
      [1, 0],
      [2, 0],
    ])
    expect([summary.lines, summary.passed]).toEqual([9, 1])
  })

  it('lists the open lines that wait for the member of this device, and no others', () => {
    const { project } = setUp()
    const summary = summaryOf(project(), 'm1')
    expect(summary.myOpen.map(({ stage }) => stage)).toEqual([
      'Discovery',
      'Discovery',
      'Discovery',
      'Implementation',
      'Testing',
      'Move to Production',
      'Ongoing Support',
    ])
    expect(summaryOf(project(), 'somebody else').myOpenCount).toBe(0)
  })

  it('Q1, R3: counts a line whose stage was removed at the same time in the whole', () => {
    const { doc, project, run, stage } = setUp()
    const orphan = [{ noun: 'line', id: 'late', field: 'stage', before: null, after: stage(4) } as const]
    run({ kind: 'removeStage', stage: stage(4) })
    apply(doc, [...orphan, { noun: 'line', id: 'late', field: 'order', before: null, after: 'a9' }])
    const summary = summaryOf(project(), 'm1')
    expect(summary.stages).toHaveLength(4)
    expect(summary.lines).toBe(8)
  })
})
