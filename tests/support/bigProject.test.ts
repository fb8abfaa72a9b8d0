import { describe, expect, it } from 'vitest'
import { applyUpdate } from 'yjs'
import { makeDocument } from '../../src/document/document.ts'
import { readAll } from '../../src/document/read.ts'
import { tickTarget } from '../../src/domain/decideTick.ts'
import { makeBigProject } from './bigProject.ts'

describe('a big project', () => {
  it('has as many lines as asked for, in the update too, and a tap on any of them ticks without asking', () => {
    const { project, member, update } = makeBigProject({ id: 'big', name: 'Big', lines: 123 })
    const doc = makeDocument()
    applyUpdate(doc, update)
    expect(readAll(doc, 'big')).toEqual(project)
    expect(project.lines.size).toBe(123)
    const mine = project.members.get(member)?.party ?? null
    const targets = [...project.lines.values()].map((line) => tickTarget(project, line, mine))
    expect(targets.filter((target) => !('done' in target))).toEqual([])
  })

  it('has a history that grows with its ticks, while an even round over all lines leaves them as they were', () => {
    const [short, long] = [0, 2 * 9 * 60].map((ticks) =>
      makeBigProject({ id: 'big', name: 'Big', lines: 9, ticks }),
    )
    const done = [...(long?.project.lines.values() ?? [])].filter((line) =>
      Object.values(line.ticks).some((tick) => tick.done),
    )
    expect(done).toEqual([])
    expect(long?.update.length).toBeGreaterThan((short?.update.length ?? 0) + 9 * 60 * 9)
  })
})
