import { describe, expect, it } from 'vitest'
import { tickTarget } from '../../src/domain/decideTick.ts'
import { LINE, openWorkbench } from '../support/workbench.ts'

describe('a tick', () => {
  it('T1: of the only owner makes the line done, and says who said so and when', () => {
    const bench = openWorkbench()
    bench.tick(LINE.one, 'CIT')
    expect(bench.standing(LINE.one)).toMatchObject({ status: 'done', waiting: [] })
    const tick = bench.line(LINE.one).ticks[bench.party('CIT')]
    expect(tick).toEqual({ done: true, by: bench.me(), at: expect.any(Number) })
  })

  it('T1: of one of two makes a joint line partly done, of both done', () => {
    const bench = openWorkbench()
    bench.tick(LINE.joint, 'CIT')
    expect(bench.standing(LINE.joint)).toMatchObject({ status: 'part', waiting: [bench.party('PCTY')] })
    bench.tick(LINE.joint, 'PCTY')
    expect(bench.standing(LINE.joint).status).toBe('done')
  })

  it('T1: may be made for a party by a member of another, and names that member', () => {
    const bench = openWorkbench()
    bench.speakAs('PCTY')
    bench.tick(LINE.one, 'CIT')
    expect(bench.line(LINE.one).ticks[bench.party('CIT')]?.by.member).toBe('member-PCTY')
  })

  it('T1: is taken back as a word of its own, which leaves the line open', () => {
    const bench = openWorkbench()
    bench.tick(LINE.one, 'CIT')
    bench.tick(LINE.one, 'CIT', false)
    expect(bench.standing(LINE.one).status).toBe('open')
    expect(bench.line(LINE.one).ticks[bench.party('CIT')]?.done).toBe(false)
  })

  it('T1: that says again what stands changes nothing, so the older word keeps its time', () => {
    const bench = openWorkbench()
    expect(bench.tick(LINE.one, 'CIT', false)).toEqual([])
    bench.tick(LINE.one, 'CIT')
    expect(bench.tick(LINE.one, 'CIT')).toEqual([])
  })

  it('T1: of a party that does not own the line is refused', () => {
    const bench = openWorkbench()
    const [line, party] = [bench.line(LINE.one).id, bench.party('PCTY')]
    expect(bench.refused({ kind: 'tick', line, party, done: true })).toEqual({
      refused: 'notOwner',
      line,
      party,
    })
  })

  it('T1: can be taken back by a party that no longer owns the line', () => {
    const bench = openWorkbench()
    bench.tick(LINE.one, 'CIT')
    bench.run({ kind: 'reownLine', line: bench.line(LINE.one).id, owner: bench.owner('one', 'PCTY') })
    bench.tick(LINE.one, 'CIT', false)
    expect(bench.line(LINE.one).ticks[bench.party('CIT')]?.done).toBe(false)
  })

  it('T1: on a line that never was or is removed is refused', () => {
    const bench = openWorkbench()
    const [line, party] = [bench.line(LINE.one).id, bench.party('CIT')]
    bench.run({ kind: 'removeLine', line })
    for (const id of [line, 'nowhere']) {
      const refusal = { refused: 'unknown', what: 'line', id }
      expect(bench.refused({ kind: 'tick', line: id, party, done: true })).toEqual(refusal)
      expect(bench.refused({ kind: 'claim', line: id, party, claims: true })).toEqual(refusal)
    }
  })
})

describe('an either line', () => {
  it('T2: waits for all its owners while nobody took it', () => {
    const bench = openWorkbench()
    expect(bench.standing(LINE.either)).toMatchObject({ status: 'open', claimants: [] })
    expect(bench.standing(LINE.either).waiting).toEqual([bench.party('CIT'), bench.party('TPA')])
  })

  it('T2: ticking an unclaimed either line claims it', () => {
    const bench = openWorkbench()
    bench.tick(LINE.either, 'TPA')
    expect(bench.standing(LINE.either)).toMatchObject({ status: 'done', claimants: [bench.party('TPA')] })
  })

  it('T2: once claimed waits for its claimant alone', () => {
    const bench = openWorkbench()
    bench.run({ kind: 'claim', line: bench.line(LINE.either).id, party: bench.party('TPA'), claims: true })
    expect(bench.standing(LINE.either)).toMatchObject({ status: 'open', waiting: [bench.party('TPA')] })
  })

  it('T2: once claimed refuses the tick and the claim of another', () => {
    const bench = openWorkbench()
    const [line, cit, tpa] = [bench.line(LINE.either).id, bench.party('CIT'), bench.party('TPA')]
    bench.run({ kind: 'claim', line, party: tpa, claims: true })
    const refusal = { refused: 'takenByOther', line, party: tpa }
    expect(bench.refused({ kind: 'tick', line, party: cit, done: true })).toEqual(refusal)
    expect(bench.refused({ kind: 'claim', line, party: cit, claims: true })).toEqual(refusal)
  })

  it('T2: whose claim is withdrawn is open again, and the tick stays on record', () => {
    const bench = openWorkbench()
    const party = bench.party('TPA')
    bench.tick(LINE.either, 'TPA')
    bench.run({ kind: 'claim', line: bench.line(LINE.either).id, party, claims: false })
    expect(bench.standing(LINE.either)).toMatchObject({ status: 'open', claimants: [], done: [party] })
  })

  it('T2: is claimed again by the tick of a party whose earlier tick still stands', () => {
    const bench = openWorkbench()
    const [line, party] = [bench.line(LINE.either).id, bench.party('TPA')]
    bench.tick(LINE.either, 'TPA')
    bench.run({ kind: 'claim', line, party, claims: false })
    bench.tick(LINE.either, 'TPA')
    expect(bench.standing(LINE.either)).toMatchObject({ status: 'done', claimants: [party] })
  })

  it('T2: ticked by its only owner left stays that one’s when the other comes back', () => {
    const bench = openWorkbench({ thirdParty: false })
    bench.tick(LINE.either, 'CIT')
    bench.run({ kind: 'setThirdParty', takesPart: true })
    expect(bench.standing(LINE.either)).toMatchObject({ status: 'done', claimants: [bench.party('CIT')] })
  })

  it('T2: is claimed only by its owners, and saying so twice changes nothing', () => {
    const bench = openWorkbench()
    const [line, cit, pcty] = [bench.line(LINE.either).id, bench.party('CIT'), bench.party('PCTY')]
    expect(bench.refused({ kind: 'claim', line, party: pcty, claims: true })).toEqual({
      refused: 'notOwner',
      line,
      party: pcty,
    })
    expect(bench.run({ kind: 'claim', line, party: cit, claims: true })).toHaveLength(1)
    expect(bench.run({ kind: 'claim', line, party: cit, claims: true })).toEqual([])
  })

  it('T2: is the only kind there is to claim', () => {
    const bench = openWorkbench()
    const line = bench.line(LINE.joint).id
    expect(bench.run({ kind: 'claim', line, party: bench.party('CIT'), claims: true })).toEqual([])
  })
})

describe('a tap on a whole line', () => {
  const tapped = (
    place: number,
    mine: string | null,
    setUp: (bench: ReturnType<typeof openWorkbench>) => void,
  ) => {
    const bench = openWorkbench()
    setUp(bench)
    const target = tickTarget(bench.project, bench.line(place), mine === null ? null : bench.party(mine))
    return { bench, target }
  }
  const nothing = () => {}

  it('T4: ticks for the only owner, whoever taps, and a second tap takes the tick back', () => {
    const { bench, target } = tapped(LINE.one, 'PCTY', nothing)
    expect(target).toEqual({ party: bench.party('CIT'), done: true })
    const again = tapped(LINE.one, null, (ticked) => ticked.tick(LINE.one, 'CIT'))
    expect(again.target).toEqual({ party: bench.party('CIT'), done: false })
  })

  it('T4: ticks a joint line for one’s own party', () => {
    const { bench, target } = tapped(LINE.joint, 'PCTY', nothing)
    expect(target).toEqual({ party: bench.party('PCTY'), done: true })
  })

  it('T4: asks on a joint line one does not share', () => {
    const { bench, target } = tapped(LINE.joint, 'TPA', nothing)
    expect(target).toEqual({ ask: [bench.party('CIT'), bench.party('PCTY')] })
  })

  it('T4: needs not ask where only one party of a joint line is missing', () => {
    const { bench, target } = tapped(LINE.joint, null, (ticked) => ticked.tick(LINE.joint, 'CIT'))
    expect(target).toEqual({ party: bench.party('PCTY'), done: true })
  })

  it('T4: asks whose tick to take back on a joint line that all have ticked', () => {
    const { bench, target } = tapped(LINE.joint, null, (ticked) => {
      ticked.tick(LINE.joint, 'CIT')
      ticked.tick(LINE.joint, 'PCTY')
    })
    expect(target).toEqual({ ask: [bench.party('CIT'), bench.party('PCTY')] })
  })

  it('T4: asks who takes an either line the first time, even an owner of it', () => {
    const { bench, target } = tapped(LINE.either, 'CIT', nothing)
    expect(target).toEqual({ ask: [bench.party('CIT'), bench.party('TPA')] })
  })

  it('T4: ticks a claimed either line for its claimant', () => {
    const { bench, target } = tapped(LINE.either, 'CIT', (ticked) => ticked.tick(LINE.either, 'TPA'))
    expect(target).toEqual({ party: bench.party('TPA'), done: false })
  })

  it('T4: is refused where nobody owns the line, and where it is not applicable', () => {
    const unowned = tapped(LINE.one, 'CIT', (bench) => {
      bench.run({ kind: 'reownLine', line: bench.line(LINE.one).id, owner: { rule: 'one', parties: [] } })
    })
    expect(unowned.target).toMatchObject({ refused: 'noOwner' })
    const conditional = tapped(LINE.conditional, 'CIT', (bench) => {
      bench.run({ kind: 'setThirdParty', takesPart: false })
    })
    expect(conditional.target).toMatchObject({ refused: 'notApplicable' })
  })
})
