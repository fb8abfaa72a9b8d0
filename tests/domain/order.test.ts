import fc from 'fast-check'
import { describe, expect, it, vi } from 'vitest'
import { byOrder, type Placed, placeAfter } from '../../src/domain/order.ts'
import { openWorkbench } from '../support/workbench.ts'

// Many cases in one test: they get their time also on a busy machine.
vi.setConfig({ testTimeout: 60_000 })

/** Keys as merges and files leave them: good ones, equal ones, and some that are none. */
const keys = fc.constantFrom(
  'a0',
  'a1',
  'a1',
  'a1V',
  'a2',
  'Zz',
  'b00',
  'a~',
  'a00',
  '!',
  'ü',
  'A00000000000000000000000000',
)
const lists = fc
  .array(keys, { maxLength: 8 })
  .map((orders) => orders.map((order, index) => ({ id: `i${index}`, order })).sort(byOrder))

/** The list after inserting `count` new things, and after the rekeying that took. */
function inserted(sorted: readonly Placed[], after: string | null, count: number): string[] {
  const placed = placeAfter(sorted, after, count)
  const rekeyed = new Map(placed.rekeyed.map((item) => [item.id, item]))
  const fresh = placed.keys.map((order, index) => ({ id: `new${index}`, order }))
  return [...sorted.map((item) => rekeyed.get(item.id) ?? item), ...fresh].sort(byOrder).map(({ id }) => id)
}

describe('places', () => {
  it('P1: are keys that sort by their characters, equal ones by id', () => {
    const items = [
      ['b', 'a1'],
      ['c', 'Zz'],
      ['a', 'a1'],
    ].map(([id = '', order = '']) => ({ id, order }))
    expect(items.sort(byOrder).map(({ id }) => id)).toEqual(['c', 'a', 'b'])
    expect(byOrder({ id: 'a', order: 'a0' }, { id: 'a', order: 'a0' })).toBe(0)
  })

  it('P2: whatever keys a list has, new things come right after the wanted one and the rest keeps its order', () => {
    fc.assert(
      fc.property(lists, fc.nat(8), fc.integer({ min: 1, max: 4 }), (sorted, place, count) => {
        const at = Math.min(place, sorted.length)
        const ids = sorted.map(({ id }) => id)
        const wanted = ids.toSpliced(at, 0, ...Array.from({ length: count }, (_, index) => `new${index}`))
        expect(inserted(sorted, ids[at - 1] ?? null, count)).toEqual(wanted)
      }),
      { numRuns: 1000 },
    )
  })

  it('P2: good keys are left as they are', () => {
    const sorted = [
      { id: 'a', order: 'a0' },
      { id: 'b', order: 'a1' },
    ]
    for (const after of [null, 'a', 'b']) expect(placeAfter(sorted, after).rekeyed).toEqual([])
  })

  it('P2: between equal keys only the run of equal ones gets new keys', () => {
    const sorted = ['a0', 'a1', 'a1', 'a1', 'a2', 'a3'].map((order, index) => ({ id: `i${index}`, order }))
    expect(placeAfter(sorted, 'i1').rekeyed.map(({ id }) => id)).toEqual(['i2', 'i3'])
  })

  it('P2: a run of equal keys is rekeyed by the command that inserts into it', () => {
    const bench = openWorkbench()
    const [first, second] = [bench.line(0), bench.line(1)]
    bench.doc.getMap('lines').set(`${second.id}/order`, first.order)
    const [upper, lower] = [bench.line(0).id, bench.line(1).id]
    bench.run({ kind: 'addLine', stage: first.stage, after: upper, text: 'Between', owner: first.owner })
    expect(bench.line(1).text).toBe('Between')
    expect([bench.line(0).id, bench.line(2).id]).toEqual([upper, lower])
  })

  it('P4: a place after something that is gone is the end', () => {
    const bench = openWorkbench()
    const { stage, owner, id } = bench.line(0)
    bench.run({ kind: 'removeLine', line: id })
    bench.run({ kind: 'addLine', stage, after: id, text: 'New', owner })
    const lines = bench.project.lineOrder.get(stage) ?? []
    expect(bench.project.lines.get(lines.at(-1) ?? '')?.text).toBe('New')
  })
})

describe('moving', () => {
  it('P3: puts a line after any other, in its stage or another', () => {
    const bench = openWorkbench()
    const [first, second, third] = [bench.line(0), bench.line(1), bench.line(2)]
    bench.run({ kind: 'moveLine', line: first.id, stage: first.stage, after: third.id })
    expect([0, 1, 2].map((place) => bench.line(place).id)).toEqual([second.id, third.id, first.id])
    const { id: other } = bench.stage(1)
    bench.run({ kind: 'moveLine', line: first.id, stage: other, after: null })
    expect(bench.project.lineOrder.get(other)?.[0]).toBe(first.id)
  })

  it('P3: to where a thing stands already, or after itself, changes nothing', () => {
    const bench = openWorkbench()
    const [first, second] = [bench.line(0), bench.line(1)]
    const line = { kind: 'moveLine', line: second.id, stage: first.stage } as const
    expect(bench.run({ ...line, after: first.id })).toEqual([])
    expect(bench.run({ ...line, after: second.id })).toEqual([])
    expect(bench.run({ ...line, line: first.id, after: null })).toEqual([])
    expect(bench.run({ kind: 'moveStage', stage: bench.stage(0).id, after: null })).toEqual([])
    expect(bench.run({ kind: 'moveParty', party: bench.party('TPA'), after: bench.party('CIT') })).toEqual([])
  })

  it('P3: any sequence of moves leaves each line standing once', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.nat(8), fc.nat(4), fc.nat(8)), { maxLength: 15 }), (moves) => {
        const bench = openWorkbench()
        for (const [line, stage, after] of moves) {
          const command = {
            line: bench.line(line).id,
            stage: bench.stage(stage).id,
            after: bench.line(after).id,
          }
          bench.run({ kind: 'moveLine', ...command })
        }
        const placed = [...bench.project.lineOrder.values()].flat()
        expect([...placed].sort()).toEqual([...bench.project.lines.keys()].sort())
        expect(bench.project.problems).toEqual([])
      }),
      { numRuns: 50 },
    )
  })
})
