import fc from 'fast-check'
import { describe, expect, it, vi } from 'vitest'
import { effectiveOwner, partiesTakingPart, takesPart, tidyOwner } from '../../src/domain/owner.ts'
import { LINE, openWorkbench } from '../support/workbench.ts'

// Many cases in one test: they get their time also on a busy machine.
vi.setConfig({ testTimeout: 60_000 })

describe('who owns a line', () => {
  it('O1: without a third party a joint line is owned by the one that is left', () => {
    const bench = openWorkbench({ thirdParty: false })
    expect(bench.standing(LINE.joint2).owner).toEqual(bench.owner('one', 'CIT'))
  })

  it('O1: without a third party an either line is owned by the one that is left', () => {
    const bench = openWorkbench({ thirdParty: false })
    expect(bench.standing(LINE.either).owner).toEqual(bench.owner('one', 'CIT'))
  })

  it('O1: the stored owner stays as it is, whatever the condition', () => {
    const bench = openWorkbench({ thirdParty: false })
    expect(bench.line(LINE.either).owner).toEqual(bench.owner('either', 'CIT', 'TPA'))
  })

  it('O1: switching the third party off and on again changes nothing in any line', () => {
    const bench = openWorkbench()
    bench.tick(LINE.joint2, 'TPA')
    bench.tick(LINE.either, 'TPA')
    const before = bench.project
    bench.run({ kind: 'setThirdParty', takesPart: false })
    expect(bench.standing(LINE.either).status).toBe('open')
    bench.run({ kind: 'setThirdParty', takesPart: true })
    expect(bench.project).toEqual(before)
    expect(bench.standing(LINE.either).status).toBe('done')
    expect(bench.standing(LINE.joint2).done).toEqual([bench.party('TPA')])
  })

  it('O1: a removed party owns nothing, and owns again once its removal is undone', () => {
    const bench = openWorkbench()
    const removal = bench.run({ kind: 'removeParty', party: bench.party('TPA') })
    expect(bench.standing(LINE.joint2).owner).toEqual(bench.owner('one', 'CIT'))
    bench.run({ kind: 'undo', changes: removal })
    expect(bench.standing(LINE.joint2).owner).toEqual(bench.owner('joint', 'CIT', 'TPA'))
  })

  it('O1: a joint line of three that loses one stays joint for the other two', () => {
    const bench = openWorkbench()
    const owner = bench.owner('joint', 'CIT', 'TPA', 'PCTY')
    bench.run({ kind: 'reownLine', line: bench.line(0).id, owner })
    bench.run({ kind: 'setThirdParty', takesPart: false })
    expect(bench.standing(0).owner).toEqual(bench.owner('joint', 'CIT', 'PCTY'))
  })

  it('O1: the parties that take part are listed without the absent ones', () => {
    const bench = openWorkbench({ thirdParty: false })
    expect(partiesTakingPart(bench.project).map(({ code }) => code)).toEqual(['CIT', 'PCTY'])
    expect(takesPart(undefined, bench.project.meta)).toBe(false)
  })

  it('O1: the effective owners are always among the stored ones, and several only under a rule for several', () => {
    const bench = openWorkbench()
    const parties = [...bench.project.parties.keys()]
    const line = bench.line(0)
    const owners = fc.record({
      rule: fc.constantFrom('one', 'joint', 'either'),
      parties: fc.array(fc.constantFrom(...parties, 'gone')),
    })
    fc.assert(
      fc.property(owners, fc.boolean(), ({ rule, parties: stored }, thirdParty) => {
        const owner = tidyOwner({ rule: rule as 'one' | 'joint' | 'either', parties: stored })
        const project = { ...bench.project, meta: { ...bench.project.meta, thirdParty } }
        const effective = effectiveOwner({ ...line, owner }, project)
        expect(owner.parties).toEqual(expect.arrayContaining([...effective.parties]))
        expect(effective.parties).not.toContain('gone')
        expect(effective.parties.length > 1).toBe(effective.rule === 'joint' || effective.rule === 'either')
        expect(effective.parties.length === 0).toBe(effective.rule === 'none')
      }),
    )
  })
})

describe('a line that nobody owns', () => {
  it('O2: is open and a finding', () => {
    const bench = openWorkbench()
    bench.run({ kind: 'reownLine', line: bench.line(0).id, owner: { rule: 'one', parties: [] } })
    expect(bench.standing(0)).toMatchObject({ status: 'open', finding: 'noOwner', waiting: [] })
  })

  it('O2: comes about when its only owner is absent, and is refused a tick', () => {
    const bench = openWorkbench()
    const line = bench.line(0).id
    const party = bench.party('TPA')
    bench.run({ kind: 'reownLine', line, owner: { rule: 'one', parties: [party] } })
    bench.run({ kind: 'setThirdParty', takesPart: false })
    expect(bench.standing(0).finding).toBe('noOwner')
    expect(bench.refused({ kind: 'tick', line, party, done: true })).toEqual({ refused: 'noOwner', line })
  })

  it('O2: is no finding while the line is not applicable', () => {
    const bench = openWorkbench()
    const line = bench.line(0).id
    bench.run({ kind: 'reownLine', line, owner: { rule: 'one', parties: [] } })
    bench.run({ kind: 'setNotApplicable', line, reason: 'Not in scope' })
    expect(bench.standing(0).finding).toBeNull()
  })
})

describe('giving a line another owner', () => {
  it('O3: stores one party as "one", several never as "one", and nobody twice', () => {
    const bench = openWorkbench()
    const line = bench.line(0).id
    const [cit, tpa] = [bench.party('CIT'), bench.party('TPA')]
    bench.run({ kind: 'reownLine', line, owner: { rule: 'either', parties: [tpa, tpa] } })
    expect(bench.line(0).owner).toEqual({ rule: 'one', parties: [tpa] })
    bench.run({ kind: 'reownLine', line, owner: { rule: 'one', parties: [cit, tpa] } })
    expect(bench.line(0).owner).toEqual({ rule: 'joint', parties: [cit, tpa] })
  })

  it('O3: is refused for a party that was never there', () => {
    const bench = openWorkbench()
    const owner = { rule: 'one', parties: ['nobody'] } as const
    const refusal = { refused: 'unknown', what: 'party', id: 'nobody' }
    expect(bench.refused({ kind: 'reownLine', line: bench.line(0).id, owner })).toEqual(refusal)
    const line = { stage: bench.stage(0).id, after: null, text: 'New', owner }
    expect(bench.refused({ kind: 'addLine', ...line })).toEqual(refusal)
  })

  it('O3: keeps the ticks of those who owned it, uncounted until they own it again', () => {
    const bench = openWorkbench()
    const { id: line, owner } = bench.line(0)
    bench.tick(0, 'CIT')
    bench.run({ kind: 'reownLine', line, owner: bench.owner('one', 'PCTY') })
    expect(bench.standing(0)).toMatchObject({ status: 'open', done: [] })
    bench.run({ kind: 'reownLine', line, owner })
    expect(bench.standing(0).status).toBe('done')
  })
})
