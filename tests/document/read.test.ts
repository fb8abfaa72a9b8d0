import fc from 'fast-check'
import { describe, expect, it, vi } from 'vitest'
import * as Y from 'yjs'
import { apply, type Changed, makeDocument, observe } from '../../src/document/document.ts'
import { openNote } from '../../src/document/note.ts'
import { read, readAll, touchedLines } from '../../src/document/read.ts'
import { MAP_OF } from '../../src/document/schema.ts'
import { decide } from '../../src/domain/decide.ts'
import { tickTarget } from '../../src/domain/decideTick.ts'
import type { Project } from '../../src/domain/model.ts'
import { standingOf } from '../../src/domain/standing.ts'
import { templateFromProject } from '../../src/domain/template.ts'
import { makeRandom } from '../support/random.ts'
import { randomCommand } from '../support/randomCommand.ts'
import { LINE, openWorkbench } from '../support/workbench.ts'

// Many cases in one test: they get their time also on a busy machine.
vi.setConfig({ testTimeout: 60_000 })

const FIELDS = [
  'order',
  'stage',
  'text',
  'owner',
  'due',
  'removed',
  'party',
  'name',
  'blocked',
  'schema',
  'third',
  'later',
]
const ids = fc.constantFrom('a', 'b', '__proto__', 'constructor', 'project', '')
const places = fc.oneof(
  fc
    .tuple(ids, fc.constantFrom(...FIELDS, 'a', 'b', '__proto__', 'x/y'))
    .map(([id, rest]) => `${id}/${rest}`),
  fc.constantFrom('', '/', 'a', '//', '__proto__'),
)
const json = { noNullPrototype: true }
const owners = fc.record(
  {
    rule: fc.constantFrom('one', 'either', 7),
    parties: fc.oneof(fc.array(fc.oneof(ids, fc.jsonValue())), fc.jsonValue()),
  },
  json,
)
const words = fc.record(
  { by: fc.jsonValue(), at: fc.constantFrom(1, 1e300, 'x'), done: fc.boolean(), claims: fc.boolean() },
  json,
)
const values = fc.oneof(
  owners,
  words,
  fc.jsonValue(),
  fc.constantFrom(undefined, null, Number.NaN, Infinity, 1e300, -1, 2n ** 60n, new Uint8Array([1])),
  fc.constantFrom('2026-02-30', '2026-05-03', 'a0', 'a', 'b', '\ud83d'),
  fc.constant('nested'),
)
// Anything anywhere, and, since that seldom hits, nearly right things in the registers that hold more than a text.
const registers = (map: string, fields: readonly string[], value: fc.Arbitrary<unknown>) =>
  fc.tuple(
    fc.constant(map),
    fc.tuple(ids, fc.constantFrom(...fields)).map((key) => key.join('/')),
    value,
  )
const entries = fc.oneof(
  fc.tuple(fc.constantFrom(...Object.values(MAP_OF)), places, values),
  registers('lines', ['owner'], owners),
  registers('lines', ['blocked', 'removed', 'notApplicable'], words),
  registers('ticks', ['a', '__proto__'], words),
  registers('claims', ['a', '__proto__'], words),
)
const garbage = fc.array(entries, { maxLength: 40 })

/** A document in which anything may stand, as another program or an attacker might have written it. */
function documentOf(written: readonly (readonly [string, string, unknown])[]): Y.Doc {
  const doc = new Y.Doc()
  for (const [map, key, value] of written)
    doc.getMap(map).set(key, value === 'nested' ? new Y.Map([['a', 1]]) : value)
  return doc
}

/** Asks a project everything that is ever asked of one. */
function useAll(project: Project): void {
  for (const line of project.lines.values()) {
    standingOf(line, project)
    tickTarget(project, line, 'a')
    if (line.due) new Date(line.due).toISOString()
    if (line.removed) new Date(line.removed.at).toISOString()
    expect(Object.getPrototypeOf(line.ticks)).toBeNull()
  }
  new Date(project.meta.createdAt).toISOString()
  templateFromProject(project, 't', 'x')
  const random = makeRandom(project.lines.size)
  const me = { member: 'm', name: 'Ana', party: null }
  for (let step = 0; step < 20; step++)
    decide(project, randomCommand(project, random, []), { now: 1, newId: () => 'n', me })
}

describe('reading', () => {
  it('V1: never throws, whatever stands in the maps, and neither does anything asked of what was read', () => {
    fc.assert(
      fc.property(garbage, (written) => {
        const there = documentOf(written)
        const here = makeDocument()
        Y.applyUpdate(here, Y.encodeStateAsUpdate(there))
        const project = readAll(here, 'p')
        useAll(project)
        expect(({} as Record<string, unknown>).done).toBeUndefined()
      }),
      { numRuns: 1000 },
    )
  })

  it('V1: of garbage that comes in bit by bit, with values taken away again, gives what reading all of it gives', () => {
    const steps = fc.array(fc.tuple(garbage, fc.boolean()), { maxLength: 5 })
    fc.assert(
      fc.property(steps, (batches) => {
        const [there, here] = [new Y.Doc(), makeDocument()]
        let project = readAll(here, 'p')
        observe(here, (changed) => {
          project = read(here, project, changed)
        })
        for (const [written, away] of batches) {
          there.transact(() => {
            for (const [map, key, value] of written) {
              if (away) there.getMap(map).delete(key)
              else there.getMap(map).set(key, value === 'nested' ? new Y.Array() : value)
            }
          })
          Y.applyUpdate(here, Y.encodeStateAsUpdate(there))
          expect(project).toEqual(readAll(here, 'p'))
        }
      }),
      { numRuns: 200 },
    )
  })

  it('V1: takes top-level types of another kind under our names for empty ones', () => {
    const there = new Y.Doc()
    there.getArray('lines').push([1, 2])
    there.getText('parties').insert(0, 'text')
    there.getMap('note/a').set('x', 1)
    there.getArray('note/').push(['y'])
    const here = makeDocument()
    Y.applyUpdate(here, Y.encodeStateAsUpdate(there))
    expect(readAll(here, 'p')).toMatchObject({ lines: new Map(), parties: new Map() })
  })

  it('V1: takes a day and a time that no calendar has for none', () => {
    const bench = openWorkbench()
    const line = bench.line(0).id
    const lines = bench.doc.getMap('lines')
    lines.set(`${line}/due`, '2026-13-45')
    lines.set(`${line}/blocked`, { by: null, at: 1e300, reason: 7 })
    const by = { member: '', name: '', party: null }
    expect(bench.line(0)).toMatchObject({ due: null, blocked: { by, at: 0, reason: '' } })
  })

  it('V1: keeps the identity of what did not change, so that a tick costs one line', () => {
    const bench = openWorkbench()
    let project = bench.project
    observe(bench.doc, (changed) => {
      const next = read(bench.doc, project, changed)
      expect(touchedLines(changed)).toEqual(new Set([bench.line(0).id]))
      for (const key of [
        'meta',
        'parties',
        'stages',
        'lineOrder',
        'stageOrder',
        'partyOrder',
        'problems',
      ] as const)
        expect(next[key]).toBe(project[key])
      for (const [id, line] of next.lines)
        expect(line === project.lines.get(id)).toBe(id !== bench.line(0).id)
      project = next
    })
    bench.tick(0, 'CIT')
    expect(project).toEqual(bench.project)
  })

  it('V1: waits for a line of which only a tick has arrived, and then shows it with the tick', () => {
    const first = openWorkbench()
    const { stage, owner } = first.line(0)
    const late: Uint8Array[] = []
    const second = makeDocument()
    Y.applyUpdate(second, Y.encodeStateAsUpdate(first.doc))
    first.doc.on('update', (update: Uint8Array) => late.push(update))
    first.run({ kind: 'addLine', stage, after: null, text: 'New', owner })
    const line = first.line(0).id
    second.getMap('ticks').set(`${line}/${first.party('CIT')}`, { done: true, by: first.me(), at: 1 })
    const before = readAll(second, 'p')
    expect([...before.lineOrder.values()].flat()).not.toContain(line)
    expect(before.problems).toEqual([])
    for (const update of late) Y.applyUpdate(second, update)
    const after = readAll(second, 'p')
    expect(standingOf(after.lines.get(line) ?? first.line(0), after).status).toBe('done')
  })

  it('V2: tells of owners that never arrived, in one order whatever came first', () => {
    const devices = ['b', 'a'].map((line) => {
      const doc = makeDocument()
      const fields = { order: 'a0', stage: 's', owner: { rule: 'one', parties: ['nobody'] } }
      for (const [field, value] of Object.entries(fields)) doc.getMap('lines').set(`${line}/${field}`, value)
      doc.getMap('stages').set('s/order', 'a0')
      return doc
    }) as [Y.Doc, Y.Doc]
    const updates = devices.map((doc) => Y.encodeStateAsUpdate(doc))
    for (const doc of devices) for (const update of updates) Y.applyUpdate(doc, update)
    const expected = ['a', 'b'].map((line) => ({ kind: 'unknownOwner', line, party: 'nobody' }))
    for (const doc of devices) expect(readAll(doc, 'p').problems).toEqual(expected)
  })

  it('O3: reads a stored owner with one party twice as that one', () => {
    const bench = openWorkbench()
    const cit = bench.party('CIT')
    bench.doc.getMap('lines').set(`${bench.line(0).id}/owner`, { rule: 'joint', parties: [cit, cit] })
    expect(bench.line(0).owner).toEqual({ rule: 'one', parties: [cit] })
  })
})

describe('observing', () => {
  it('V1: tells two listeners of a note that just arrived the same', () => {
    const [there, here] = [makeDocument(), makeDocument()]
    openNote(there, 'l').write('Call first')
    const heard: Changed[] = []
    for (const _ of [1, 2])
      observe(here, (changed) => {
        heard.push(changed)
        readAll(here, 'p')
      })
    Y.applyUpdate(here, Y.encodeStateAsUpdate(there))
    expect(heard).toEqual([new Map([['note/l', new Set()]]), new Map([['note/l', new Set()]])])
  })

  it('V1: tells where a change came from, nothing of nested types, and stops when asked to', () => {
    const doc = makeDocument()
    const heard: unknown[] = []
    const stop = observe(doc, (changed, origin) => heard.push([...changed.keys(), origin]))
    apply(doc, [{ noun: 'line', id: 'l', field: 'text', before: null, after: 'x' }], 'here')
    apply(doc, [], 'nothing to write')
    const nested = doc.getMap('lines').set('l/nested', new Y.Map())
    nested.set('deep', 1)
    stop()
    apply(doc, [{ noun: 'line', id: 'l', field: 'text', before: null, after: 'y' }])
    expect(heard).toEqual([
      ['lines', 'here'],
      ['lines', null],
    ])
  })
})

describe('a document of a newer version', () => {
  it('V4: keeps fields and maps this version does not know, through commands and a round trip', () => {
    const bench = openWorkbench()
    const line = bench.line(LINE.joint).id
    bench.doc.getMap('lines').set(`${line}/priority`, { level: 'high' })
    bench.doc.getMap('risks').set('r1/text', 'Late file')
    bench.doc.getText('minutes').insert(0, 'We met.')
    bench.run({ kind: 'rewordLine', line, text: 'Reworded' })
    bench.tick(LINE.joint, 'CIT')
    readAll(bench.doc, 'p')
    const copy = makeDocument()
    Y.applyUpdate(copy, Y.encodeStateAsUpdate(bench.doc))
    readAll(copy, 'p')
    const back = new Y.Doc()
    Y.applyUpdate(back, Y.encodeStateAsUpdate(copy))
    expect(back.getMap('lines').get(`${line}/priority`)).toEqual({ level: 'high' })
    expect(back.getMap('risks').get('r1/text')).toBe('Late file')
    expect(back.getText('minutes').toString()).toBe('We met.')
  })

  it('V3: is still read', () => {
    const bench = openWorkbench()
    bench.doc.getMap('meta').set('project/schema', 7)
    expect(bench.project.meta.schema).toBe(7)
    expect(bench.project.lines.size).toBe(9)
  })
})
