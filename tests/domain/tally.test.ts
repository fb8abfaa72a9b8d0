import fc from 'fast-check'
import { describe, expect, it, vi } from 'vitest'
import { apply } from '../../src/document/document.ts'
import { readAll } from '../../src/document/read.ts'
import { isRefusal } from '../../src/domain/command.ts'
import { decide } from '../../src/domain/decide.ts'
import type { Project } from '../../src/domain/model.ts'
import { passed, type Standing, standingOf } from '../../src/domain/standing.ts'
import { count, makeTally, type Tally } from '../../src/domain/tally.ts'
import { makeRandom } from '../support/random.ts'
import { randomCommand } from '../support/randomCommand.ts'
import { LINE, openWorkbench } from '../support/workbench.ts'

// Many cases in one test: they get their time also on a busy machine.
vi.setConfig({ testTimeout: 60_000 })

function standings(project: Project): Map<string, Standing> {
  const standing = [...project.lines.values()].filter((line) => !line.removed)
  return new Map(standing.map((line) => [line.id, standingOf(line, project)]))
}

function tallied(all: Iterable<Standing>): Tally {
  const tally = makeTally()
  for (const standing of all) count(tally, standing, 1)
  return tally
}

/** A workbench's project led through random commands; `each` sees the project after each of them. */
function lead(seed: number, steps: number, each: (project: Project) => void): void {
  const random = makeRandom(seed)
  const { doc, me } = openWorkbench()
  for (let step = 1; step <= steps; step++) {
    const env = { now: step, newId: () => `new${step}`, me: me() }
    const decision = decide(readAll(doc, 'p'), randomCommand(readAll(doc, 'p'), random, []), env)
    if (!isRefusal(decision)) apply(doc, decision)
    each(readAll(doc, 'p'))
  }
}

describe('counts', () => {
  it('Q1: tell lines, passed ones and, apart, those not applicable', () => {
    const bench = openWorkbench({ thirdParty: false })
    bench.tick(LINE.one, 'CIT')
    expect(tallied(standings(bench.project).values())).toMatchObject({
      lines: 9,
      passed: 2,
      notApplicable: 1,
    })
  })

  it('Q1: tell per party the lines it shares and those that wait for it', () => {
    const bench = openWorkbench()
    bench.tick(LINE.one, 'CIT')
    bench.tick(LINE.either, 'TPA')
    const { owned, waiting } = tallied(standings(bench.project).values())
    expect(owned.get(bench.party('CIT'))).toBe(7)
    expect(waiting.get(bench.party('CIT'))).toBe(5)
    expect(waiting.get(bench.party('TPA'))).toBe(4)
  })

  it('Q1: do not count a blocked line once it is passed, nor a finding on it', () => {
    const bench = openWorkbench()
    const line = bench.line(0).id
    bench.run({ kind: 'setBlocked', line, reason: 'No file' })
    expect(tallied(standings(bench.project).values()).blocked).toBe(1)
    bench.run({ kind: 'setNotApplicable', line, reason: 'Out of scope' })
    expect(tallied(standings(bench.project).values())).toMatchObject({ blocked: 0, findings: 0 })
  })

  it('Q1: kept by taking a line out and putting it in again equal a fresh count', () => {
    fc.assert(
      fc.property(fc.nat(), (seed) => {
        const kept = makeTally()
        let known = new Map<string, Standing>()
        lead(seed, 40, (project) => {
          const now = standings(project)
          for (const standing of known.values()) count(kept, standing, -1)
          for (const standing of now.values()) count(kept, standing, 1)
          known = now
          expect(kept).toEqual(tallied(now.values()))
        })
      }),
      { numRuns: 10 },
    )
  })
})

describe('the standing of a line', () => {
  it('T1: holds together after any commands: done waits for nobody, open for its owners, passed is one of two', () => {
    fc.assert(
      fc.property(fc.nat(), (seed) => {
        lead(seed, 40, (project) => {
          for (const standing of standings(project).values()) {
            const { status, owner, done, waiting, claimants, finding } = standing
            expect(owner.parties).toEqual(expect.arrayContaining([...done, ...waiting, ...claimants]))
            expect(passed(standing)).toBe(status === 'done' || status === 'notApplicable')
            if (passed(standing)) expect(waiting).toEqual([])
            else expect(waiting.length > 0).toBe(owner.rule !== 'none')
            if (status === 'part') expect(owner.rule).toBe('joint')
            if (finding === 'twoClaims') expect(status).toBe('open')
          }
        })
      }),
      { numRuns: 10 },
    )
  })
})
