import { describe, expect, it } from 'vitest'
import { apply } from '../../src/document/document.ts'
import { type Change, change, same, valueAt } from '../../src/domain/change.ts'
import { type Command, isRefusal } from '../../src/domain/command.ts'
import { LINE, openWorkbench, type Workbench } from '../support/workbench.ts'

/** One command of each kind that can be taken back and adds nothing; what it needs is set up first. */
const EDITS: Record<string, (bench: Workbench) => Command> = {
  renameProject: () => ({ kind: 'renameProject', name: 'Other' }),
  setThirdParty: () => ({ kind: 'setThirdParty', takesPart: false }),
  tick: (bench) => ({ kind: 'tick', line: bench.line(0).id, party: bench.party('CIT'), done: true }),
  'tick that claims': (bench) => ({
    kind: 'tick',
    line: bench.line(LINE.either).id,
    party: bench.party('TPA'),
    done: true,
  }),
  'tick that clears blocked': (bench) => {
    bench.run({ kind: 'setBlocked', line: bench.line(0).id, reason: 'No file' })
    return { kind: 'tick', line: bench.line(0).id, party: bench.party('CIT'), done: true }
  },
  'tick taken back': (bench) => {
    bench.tick(0, 'CIT')
    return { kind: 'tick', line: bench.line(0).id, party: bench.party('CIT'), done: false }
  },
  claim: (bench) => ({
    kind: 'claim',
    line: bench.line(LINE.either).id,
    party: bench.party('TPA'),
    claims: true,
  }),
  rewordLine: (bench) => ({ kind: 'rewordLine', line: bench.line(0).id, text: 'Other' }),
  moveLine: (bench) => ({ kind: 'moveLine', line: bench.line(0).id, stage: bench.stage(3).id, after: null }),
  reownLine: (bench) => ({
    kind: 'reownLine',
    line: bench.line(0).id,
    owner: bench.owner('joint', 'CIT', 'TPA'),
  }),
  setConditional: (bench) => ({ kind: 'setConditional', line: bench.line(0).id, conditional: true }),
  setDue: (bench) => ({ kind: 'setDue', line: bench.line(0).id, due: '2026-05-03' }),
  setNotApplicable: (bench) => ({ kind: 'setNotApplicable', line: bench.line(0).id, reason: 'Out of scope' }),
  setBlocked: (bench) => ({ kind: 'setBlocked', line: bench.line(0).id, reason: 'No file' }),
  removeLine: (bench) => ({ kind: 'removeLine', line: bench.line(0).id }),
  renameStage: (bench) => ({ kind: 'renameStage', stage: bench.stage(0).id, title: 'Other' }),
  moveStage: (bench) => ({ kind: 'moveStage', stage: bench.stage(0).id, after: bench.stage(2).id }),
  setGate: (bench) => ({ kind: 'setGate', stage: bench.stage(0).id, gate: true }),
  removeStage: (bench) => ({ kind: 'removeStage', stage: bench.stage(0).id }),
  editParty: (bench) => ({ kind: 'editParty', party: bench.party('TPA'), team: 'Harbor', third: false }),
  moveParty: (bench) => ({ kind: 'moveParty', party: bench.party('PCTY'), after: null }),
  removeParty: (bench) => ({ kind: 'removeParty', party: bench.party('TPA') }),
  nameContact: (bench) => ({ kind: 'nameContact', line: bench.line(0).id, contact: addTom(bench) }),
  editContact: (bench) => ({ kind: 'editContact', contact: addTom(bench), phone: '1', backup: true }),
  removeContact: (bench) => ({ kind: 'removeContact', contact: addTom(bench) }),
}

const ADDITIONS: Record<string, (bench: Workbench) => Command> = {
  addLine: (bench) => ({
    kind: 'addLine',
    stage: bench.stage(0).id,
    after: bench.line(0).id,
    text: 'New',
    owner: bench.line(0).owner,
  }),
  addStage: () => ({ kind: 'addStage', after: null, title: 'New' }),
  addParty: (bench) => ({ kind: 'addParty', after: bench.party('CIT'), ...BROKER }),
  addContact: (bench) => ({ kind: 'addContact', party: bench.party('TPA'), ...TOM }),
}

const BROKER = { code: 'BRK', role: 'Broker', team: '', colour: 3, third: false } as const
const TOM = { name: 'Tom', email: '', phone: '', note: '', backup: false } as const

function addTom(bench: Workbench): string {
  bench.run({ kind: 'addContact', party: bench.party('TPA'), ...TOM })
  return [...bench.project.contacts.keys()].at(-1) ?? ''
}

describe('undo of an edit', () => {
  it.each(Object.keys(EDITS))(
    'U1: of %s puts back what stood before, and undo of the undo what stood after',
    (kind) => {
      const bench = openWorkbench()
      const command = (EDITS[kind] as (bench: Workbench) => Command)(bench)
      const before = bench.project
      const changes = bench.run(command)
      const after = bench.project
      expect(changes.length).toBeGreaterThan(0)
      const reverse = bench.run({ kind: 'undo', changes })
      expect(bench.project).toEqual(before)
      const again = bench.run({ kind: 'undo', changes: reverse })
      expect(bench.project).toEqual(after)
      bench.run({ kind: 'undo', changes: again })
      expect(bench.project).toEqual(before)
    },
  )

  it('U1: of an older step leaves later ones alone', () => {
    const bench = openWorkbench()
    const first = bench.tick(0, 'CIT')
    bench.tick(LINE.joint, 'CIT')
    bench.run({ kind: 'undo', changes: first })
    expect(bench.standing(0).status).toBe('open')
    expect(bench.standing(LINE.joint).status).toBe('part')
  })

  it('U1: is refused where the word was said anew since, and says by whom', () => {
    const bench = openWorkbench()
    const changes = bench.tick(0, 'CIT')
    bench.speakAs('PCTY')
    bench.tick(0, 'CIT', false)
    const register = { noun: 'tick', id: `${bench.line(0).id}/${bench.party('CIT')}`, field: 'word' }
    expect(bench.refused({ kind: 'undo', changes })).toEqual({
      refused: 'changedSince',
      register,
      by: bench.me(),
    })
  })

  it('U1: is refused where the wording was changed since, of which no author is kept', () => {
    const bench = openWorkbench()
    const line = bench.line(0).id
    const changes = bench.run({ kind: 'rewordLine', line, text: 'Mine' })
    bench.run({ kind: 'rewordLine', line, text: 'Theirs' })
    const register = { noun: 'line', id: line, field: 'text' }
    expect(bench.refused({ kind: 'undo', changes })).toEqual({ refused: 'changedSince', register, by: null })
    expect(bench.line(0).text).toBe('Theirs')
  })

  it('U1: is refused as a whole where only a part was changed since', () => {
    const bench = openWorkbench()
    const changes = bench.run({ kind: 'removeStage', stage: bench.stage(0).id })
    const line = changes.find(({ noun }) => noun === 'line') as Change
    apply(bench.doc, [{ ...line, before: line.after, after: null }])
    expect(bench.refused({ kind: 'undo', changes })).toMatchObject({ refused: 'changedSince' })
    expect(bench.project.stages.get(changes[0]?.id ?? '')?.removed).not.toBeNull()
  })

  it('U1: can be done once; the second time finds it changed since', () => {
    const bench = openWorkbench()
    const changes = bench.tick(0, 'CIT')
    bench.run({ kind: 'undo', changes })
    expect(isRefusal(bench.decide({ kind: 'undo', changes }))).toBe(true)
  })
})

describe('undo of an addition', () => {
  it.each(Object.keys(ADDITIONS))(
    'U2: of %s flags what was added as removed, and undo of the undo brings it back',
    (kind) => {
      const bench = openWorkbench()
      const before = bench.project
      const changes = bench.run((ADDITIONS[kind] as (bench: Workbench) => Command)(bench))
      const after = bench.project
      const reverse = bench.run({ kind: 'undo', changes })
      expect(reverse.map(({ field }) => field)).toEqual(['removed'])
      expect(bench.project.stageOrder).toEqual(before.stageOrder)
      expect(bench.project.lineOrder).toEqual(before.lineOrder)
      expect(bench.project.partyOrder).toEqual(before.partyOrder)
      expect([...bench.project.contacts.values()].every(({ removed }) => removed !== null)).toBe(true)
      const again = bench.run({ kind: 'undo', changes: reverse })
      expect(bench.project).toEqual(after)
      bench.run({ kind: 'undo', changes: again })
      expect(bench.project.lineOrder).toEqual(before.lineOrder)
    },
  )

  it('U2: is refused where what was added has been worked on since', () => {
    const bench = openWorkbench()
    const changes = bench.run((ADDITIONS.addLine as (bench: Workbench) => Command)(bench))
    bench.run({ kind: 'rewordLine', line: bench.line(1).id, text: 'Reworded' })
    expect(bench.refused({ kind: 'undo', changes })).toMatchObject({ refused: 'changedSince' })
  })

  it('U2: keeps what parties said of it meanwhile', () => {
    const bench = openWorkbench()
    const changes = bench.run((ADDITIONS.addLine as (bench: Workbench) => Command)(bench))
    const { id } = bench.line(1)
    bench.tick(1, 'CIT')
    bench.run({ kind: 'undo', changes })
    expect(bench.project.lines.get(id)?.ticks[bench.party('CIT')]?.done).toBe(true)
  })
})

describe('a change', () => {
  it('U1: knows what stands in its register, and null where nothing ever did', () => {
    const bench = openWorkbench()
    const { id } = bench.line(0)
    expect(valueAt(bench.project, { noun: 'line', id, field: 'text' })).toBe(bench.line(0).text)
    for (const noun of ['party', 'contact', 'member', 'stage', 'line', 'tick', 'claim'] as const)
      expect(valueAt(bench.project, { noun, id: 'nothing', field: 'order' })).toBeNull()
    expect(valueAt(bench.project, { noun: 'line', id, field: 'toString' })).toBeNull()
    expect(valueAt(bench.project, { noun: 'tick', id: `${id}/toString`, field: 'word' })).toBeNull()
    expect(change(bench.project, 'line', id, 'due', 'x').before).toBeNull()
  })

  it('U1: takes two values for the same whatever the order of their keys', () => {
    expect(same({ a: 1, b: [1, { c: null }] }, { b: [1, { c: null }], a: 1 })).toBe(true)
    for (const [a, b] of [
      [{}, []],
      [{ a: 1 }, { b: 1 }],
      [null, {}],
      [[1], [1, 2]],
      ['1', 1],
      [{ a: 1 }, { a: 1, b: 1 }],
    ])
      expect(same(a, b)).toBe(false)
  })

  it('U1: is not made where a command says what already stands', () => {
    const bench = openWorkbench()
    const { id: line, text, owner } = bench.line(0)
    expect(bench.run({ kind: 'rewordLine', line, text: ` ${text}` })).toEqual([])
    expect(bench.run({ kind: 'reownLine', line, owner })).toEqual([])
    expect(bench.run({ kind: 'setThirdParty', takesPart: true })).toEqual([])
  })
})
