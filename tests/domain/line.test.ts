import { describe, expect, it } from 'vitest'
import type { Command } from '../../src/domain/command.ts'
import { NAME_LIMIT, TEXT_LIMIT } from '../../src/domain/command.ts'
import { passed } from '../../src/domain/standing.ts'
import { LINE, openWorkbench } from '../support/workbench.ts'

describe('not applicable', () => {
  it('N1: by hand carries its reason and who said so, and counts as passed', () => {
    const bench = openWorkbench()
    bench.run({ kind: 'setNotApplicable', line: bench.line(0).id, reason: 'Out of scope' })
    const standing = bench.standing(0)
    expect(standing).toMatchObject({ status: 'notApplicable', waiting: [] })
    expect(standing.notApplicable).toMatchObject({ kind: 'byHand', reason: 'Out of scope', by: bench.me() })
    expect(passed(standing)).toBe(true)
  })

  it('N1: by condition is derived while no third party takes part, and counts as passed', () => {
    const bench = openWorkbench({ thirdParty: false })
    expect(bench.standing(LINE.conditional).notApplicable).toEqual({ kind: 'byCondition' })
    expect(passed(bench.standing(LINE.conditional))).toBe(true)
    bench.run({ kind: 'setThirdParty', takesPart: true })
    expect(bench.standing(LINE.conditional).notApplicable).toBeNull()
  })

  it('N1: by hand is told before the condition', () => {
    const bench = openWorkbench({ thirdParty: false })
    bench.run({ kind: 'setNotApplicable', line: bench.line(LINE.conditional).id, reason: 'Settled before' })
    expect(bench.standing(LINE.conditional).notApplicable?.kind).toBe('byHand')
  })

  it('N1: is taken back, and the ticks made before count again', () => {
    const bench = openWorkbench()
    const line = bench.line(0).id
    bench.tick(0, 'CIT')
    bench.run({ kind: 'setNotApplicable', line, reason: 'Out of scope' })
    bench.run({ kind: 'setNotApplicable', line, reason: null })
    expect(bench.standing(0).status).toBe('done')
  })

  it('N1: refuses a tick, but not taking one back', () => {
    const bench = openWorkbench()
    const [line, party] = [bench.line(0).id, bench.party('CIT')]
    bench.tick(0, 'CIT')
    bench.run({ kind: 'setNotApplicable', line, reason: 'Out of scope' })
    bench.tick(0, 'CIT', false)
    expect(bench.refused({ kind: 'tick', line, party, done: true })).toEqual({
      refused: 'notApplicable',
      line,
    })
  })

  it('N1: can be made to hang on the third party, or no longer', () => {
    const bench = openWorkbench({ thirdParty: false })
    bench.run({ kind: 'setConditional', line: bench.line(LINE.conditional).id, conditional: false })
    bench.run({ kind: 'setConditional', line: bench.line(0).id, conditional: true })
    expect(bench.standing(LINE.conditional).notApplicable).toBeNull()
    expect(bench.standing(0).notApplicable).toEqual({ kind: 'byCondition' })
  })
})

describe('blocked', () => {
  it('B1: carries its reason, and leaves the line open and waiting', () => {
    const bench = openWorkbench()
    bench.run({ kind: 'setBlocked', line: bench.line(0).id, reason: 'No test file' })
    expect(bench.standing(0)).toMatchObject({
      status: 'open',
      blocked: { reason: 'No test file', by: bench.me() },
    })
  })

  it('B1: does not stop a tick, and is cleared by it', () => {
    const bench = openWorkbench()
    bench.run({ kind: 'setBlocked', line: bench.line(0).id, reason: 'No test file' })
    bench.tick(0, 'CIT')
    expect(bench.standing(0)).toMatchObject({ status: 'done', blocked: null })
  })

  it('B1: is not cleared by a tick taken back', () => {
    const bench = openWorkbench()
    bench.tick(0, 'CIT')
    bench.run({ kind: 'setBlocked', line: bench.line(0).id, reason: 'No test file' })
    bench.tick(0, 'CIT', false)
    expect(bench.standing(0).blocked).not.toBeNull()
  })

  it('B1: is taken back by hand', () => {
    const bench = openWorkbench()
    const line = bench.line(0).id
    bench.run({ kind: 'setBlocked', line, reason: 'No test file' })
    bench.run({ kind: 'setBlocked', line, reason: null })
    expect(bench.standing(0).blocked).toBeNull()
  })
})

describe('what is written on a line', () => {
  it('E1: is stored trimmed, in NFC, with line breaks and control characters as spaces', () => {
    const bench = openWorkbench()
    bench.run({ kind: 'rewordLine', line: bench.line(0).id, text: '  Zoe\u0308\n\tsigns\u2028here\u0000 ' })
    expect(bench.line(0).text).toBe('Zo\u00eb signs here')
  })

  it('E1: holds no half of a surrogate pair, which another device would read otherwise', () => {
    const bench = openWorkbench()
    bench.run({ kind: 'rewordLine', line: bench.line(0).id, text: 'cut \ud83d' })
    expect(bench.line(0).text).toBe('cut \ufffd')
  })

  it('E1: may be as long as the limit and no longer', () => {
    const bench = openWorkbench()
    const line = bench.line(0).id
    bench.run({ kind: 'rewordLine', line, text: 'x'.repeat(TEXT_LIMIT) })
    expect(bench.refused({ kind: 'rewordLine', line, text: 'x'.repeat(TEXT_LIMIT + 1) })).toEqual({
      refused: 'tooLong',
      field: 'line',
      limit: TEXT_LIMIT,
    })
  })

  it('E1: is refused when nothing is left of it, in every place that needs a text', () => {
    const bench = openWorkbench()
    const line = bench.line(0).id
    const stage = bench.stage(0).id
    const party = bench.party('CIT')
    const blank = ' \n '
    const owner = bench.line(0).owner
    const commands: [Command, string][] = [
      [{ kind: 'renameProject', name: blank }, 'project name'],
      [{ kind: 'introduce', name: blank, party: null }, 'your name'],
      [{ kind: 'addLine', stage, after: null, text: blank, owner }, 'line'],
      [{ kind: 'rewordLine', line, text: blank }, 'line'],
      [{ kind: 'setNotApplicable', line, reason: blank }, 'reason'],
      [{ kind: 'setBlocked', line, reason: blank }, 'reason'],
      [{ kind: 'addStage', after: null, title: blank }, 'stage'],
      [{ kind: 'renameStage', stage, title: blank }, 'stage'],
      [{ kind: 'editParty', party, code: blank }, 'code'],
    ]
    for (const [command, field] of commands)
      expect(bench.refused(command)).toEqual({ refused: 'empty', field })
  })

  it('E1: is refused where a name is too long', () => {
    const bench = openWorkbench()
    const name = 'x'.repeat(NAME_LIMIT + 1)
    const tooLong = (field: string) => ({ refused: 'tooLong', field, limit: NAME_LIMIT })
    expect(bench.refused({ kind: 'renameProject', name })).toEqual(tooLong('project name'))
    expect(bench.refused({ kind: 'addStage', after: null, title: name })).toEqual(tooLong('stage'))
    expect(bench.refused({ kind: 'editParty', party: bench.party('CIT'), team: name })).toEqual(
      tooLong('team'),
    )
  })

  it('E2: as its due day has to be a day that exists', () => {
    const bench = openWorkbench()
    const line = bench.line(0).id
    bench.run({ kind: 'setDue', line, due: '2028-02-29' })
    expect(bench.line(0).due).toBe('2028-02-29')
    for (const value of ['2026-02-29', '2026-13-01', '3 May', '2026-5-3', '2026-05-03T10:00', ''])
      expect(bench.refused({ kind: 'setDue', line, due: value })).toEqual({ refused: 'badDate', value })
    bench.run({ kind: 'setDue', line, due: null })
    expect(bench.line(0).due).toBeNull()
  })
})

describe('a line', () => {
  it('P1: is added after another, with its text and owner and nothing else said of it', () => {
    const bench = openWorkbench()
    const after = bench.line(0).id
    const owner = bench.owner('either', 'CIT', 'PCTY')
    bench.run({ kind: 'addLine', stage: bench.stage(0).id, after, text: 'New', owner })
    expect(bench.line(1)).toMatchObject({
      text: 'New',
      owner,
      conditional: false,
      due: null,
      removed: null,
      ticks: {},
    })
  })

  it('P1: cannot be added or moved to a stage that does not stand', () => {
    const bench = openWorkbench()
    const [stage, line, owner] = [bench.stage(4).id, bench.line(0).id, bench.line(0).owner]
    bench.run({ kind: 'removeStage', stage })
    for (const id of [stage, 'nowhere']) {
      const refusal = { refused: 'unknown', what: 'stage', id }
      expect(bench.refused({ kind: 'addLine', stage: id, after: null, text: 'New', owner })).toEqual(refusal)
      expect(bench.refused({ kind: 'moveLine', line, stage: id, after: null })).toEqual(refusal)
    }
  })

  it('R1: that is removed refuses every command but undo', () => {
    const bench = openWorkbench()
    const { id: line, owner, stage } = bench.line(0)
    bench.run({ kind: 'removeLine', line })
    const commands: Command[] = [
      { kind: 'rewordLine', line, text: 'New' },
      { kind: 'moveLine', line, stage, after: null },
      { kind: 'reownLine', line, owner },
      { kind: 'setConditional', line, conditional: true },
      { kind: 'setDue', line, due: null },
      { kind: 'nameContact', line, contact: null },
      { kind: 'setNotApplicable', line, reason: 'x' },
      { kind: 'setBlocked', line, reason: 'x' },
      { kind: 'removeLine', line },
    ]
    for (const command of commands)
      expect(bench.refused(command)).toEqual({ refused: 'unknown', what: 'line', id: line })
  })

  it('R1: that is removed is flagged with who removed it, and keeps all that was said', () => {
    const bench = openWorkbench()
    bench.tick(0, 'CIT')
    const before = bench.line(0)
    bench.run({ kind: 'removeLine', line: before.id })
    const removed = { by: bench.me(), at: expect.any(Number) }
    expect(bench.project.lines.get(before.id)).toEqual({ ...before, removed })
    expect(bench.line(0).id).not.toBe(before.id)
  })
})
