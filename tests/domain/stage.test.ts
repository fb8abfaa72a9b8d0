import { describe, expect, it } from 'vitest'
import type { Command } from '../../src/domain/command.ts'
import { linesOf } from '../../src/domain/decideLine.ts'
import { openWorkbench } from '../support/workbench.ts'

const titles = (bench: ReturnType<typeof openWorkbench>) =>
  bench.project.stageOrder.map((id) => bench.project.stages.get(id)?.title)

describe('a stage', () => {
  it('P1: is added after another and named', () => {
    const bench = openWorkbench()
    bench.run({ kind: 'addStage', after: bench.stage(0).id, title: 'Contracts' })
    expect(titles(bench).slice(0, 3)).toEqual(['Discovery', 'Contracts', 'Implementation'])
    bench.run({ kind: 'renameStage', stage: bench.stage(1).id, title: 'Contracting' })
    expect(titles(bench)[1]).toBe('Contracting')
  })

  it('P3: moves with its lines', () => {
    const bench = openWorkbench()
    const { id } = bench.stage(2)
    const lines = linesOf(bench.project, id)
    bench.run({ kind: 'moveStage', stage: id, after: null })
    expect(titles(bench).slice(0, 2)).toEqual(['Testing', 'Discovery'])
    expect(linesOf(bench.project, id)).toEqual(lines)
  })

  it('G1: is made a gate, or none', () => {
    const bench = openWorkbench()
    bench.run({ kind: 'setGate', stage: bench.stage(0).id, gate: true })
    bench.run({ kind: 'setGate', stage: bench.stage(2).id, gate: false })
    expect([0, 2].map((place) => bench.stage(place).gate)).toEqual([true, false])
  })

  it('R1: that is removed or never was refuses every command', () => {
    const bench = openWorkbench()
    const { id } = bench.stage(0)
    bench.run({ kind: 'removeStage', stage: id })
    for (const stage of [id, 'nowhere']) {
      const commands: Command[] = [
        { kind: 'renameStage', stage, title: 'New' },
        { kind: 'moveStage', stage, after: null },
        { kind: 'setGate', stage, gate: true },
        { kind: 'removeStage', stage },
      ]
      for (const command of commands)
        expect(bench.refused(command)).toEqual({ refused: 'unknown', what: 'stage', id: stage })
    }
  })

  it('R2: takes its lines with it when it is removed, and one undo brings all of them back', () => {
    const bench = openWorkbench()
    const before = bench.project
    const { id } = bench.stage(0)
    const [first] = linesOf(before, id)
    const removal = bench.run({ kind: 'removeStage', stage: id })
    expect(removal).toHaveLength(4)
    expect(bench.project.lines.get(first?.id ?? '')?.removed).not.toBeNull()
    expect(bench.project.problems).toEqual([])
    bench.run({ kind: 'undo', changes: removal })
    expect(bench.project).toEqual(before)
  })

  it('R2: leaves a line alone that was removed before it, also when its own removal is undone', () => {
    const bench = openWorkbench()
    const line = bench.line(0).id
    bench.run({ kind: 'removeLine', line })
    const removal = bench.run({ kind: 'removeStage', stage: bench.stage(0).id })
    bench.run({ kind: 'undo', changes: removal })
    expect(bench.project.lines.get(line)?.removed).not.toBeNull()
  })
})
