import fc from 'fast-check'
import { describe, expect, it, vi } from 'vitest'
import { apply, makeDocument } from '../../src/document/document.ts'
import { openNote } from '../../src/document/note.ts'
import { readAll } from '../../src/document/read.ts'
import { changesForCopy } from '../../src/domain/copy.ts'
import { changesFromTemplate, type Template, templateFromProject } from '../../src/domain/template.ts'
import { integrationDeliverables as builtIn } from '../../src/domain/templates/integrationDeliverables.ts'
import { LINE, openWorkbench } from '../support/workbench.ts'

// Many cases in one test: they get their time also on a busy machine.
vi.setConfig({ testTimeout: 60_000 })

/** A template under party and line keys that depend on nothing but its order, to compare two by meaning. */
function plain(template: Template) {
  const code = new Map(template.parties.map((party, place) => [party.key, `${place}:${party.code}`]))
  const lines = template.stages.flatMap((stage) => stage.lines)
  const place = (key: string | undefined) => lines.findIndex((line) => key !== undefined && line.key === key)
  return {
    parties: template.parties.map(({ key, ...party }) => party),
    stages: template.stages.map(({ title, gate = false, lines: own }) => ({
      title,
      gate,
      lines: own.map(({ text, owner, conditional = false, contactOf }) => ({
        text,
        owner: { rule: owner.rule, parties: owner.parties.map((key) => code.get(key)) },
        conditional,
        contactOf: place(contactOf),
      })),
    })),
  }
}

const name = fc
  .string({ minLength: 1, maxLength: 12, unit: 'grapheme' })
  .map((text) => `x${text.trim()}`.normalize())
const templates: fc.Arbitrary<Template> = fc
  .record({
    parties: fc.array(fc.record({ code: name, role: name, colour: fc.nat(7), third: fc.boolean() }), {
      minLength: 1,
      maxLength: 4,
    }),
    stages: fc.array(
      fc.record({
        title: name,
        gate: fc.boolean(),
        lines: fc.array(
          fc.record({
            text: name,
            rule: fc.constantFrom('joint' as const, 'either' as const),
            owners: fc.uniqueArray(fc.nat(3), { maxLength: 3 }),
            conditional: fc.boolean(),
            pointsToFirst: fc.boolean(),
          }),
          { maxLength: 4 },
        ),
      }),
      { maxLength: 4 },
    ),
  })
  .map(({ parties, stages }) => ({
    id: 't',
    name: 'Template',
    description: '',
    parties: parties.map((party, place) => ({ ...party, key: `p${place}` })),
    stages: stages.map((stage, stagePlace) => ({
      ...stage,
      lines: stage.lines.map(({ text, rule, owners, conditional, pointsToFirst }, place) => {
        const keys = owners.filter((owner) => owner < parties.length).map((owner) => `p${owner}`)
        const owner = { rule: keys.length < 2 ? ('one' as const) : rule, parties: keys }
        const key = `${stagePlace}.${place}`
        return { key, text, owner, conditional, ...(pointsToFirst ? { contactOf: `${stagePlace}.0` } : {}) }
      }),
    })),
  }))

describe('a project from a template', () => {
  it('S1: and a template from that project mean the same as the first', () => {
    fc.assert(
      fc.property(templates, (template) => {
        const { project } = openWorkbench({ template })
        expect(project.problems).toEqual([])
        expect(plain(templateFromProject(project, 't', 'Template'))).toEqual(plain(template))
      }),
    )
  })

  it('S1: has fresh ids, so that two from one template share none', () => {
    let made = 0
    const newId = () => {
      made += 1
      return `x${made}`
    }
    const me = { member: 'm', name: 'Ana', party: null }
    const setup = { name: 'P', thirdParty: true, teams: {}, me }
    const ids = () =>
      new Set(
        changesFromTemplate(builtIn, setup, { now: 0, newId, me }).flatMap(({ noun, id }) =>
          noun === 'line' ? [id] : [],
        ),
      )
    expect(ids().intersection(ids()).size).toBe(0)
  })

  it('S1: holds the name, the teams, the contacts that say anything, the member and the condition it was set up with', () => {
    const me = { member: 'm1', name: ' Ana ', party: 'CIT' }
    const tom = { name: ' Tom', email: '', phone: '' }
    const teams = { TPA: { team: ' Harbor ', contacts: [tom, { name: ' ', email: '', phone: '' }] } }
    const doc = makeDocument()
    let made = 0
    const newId = () => {
      made += 1
      return `id${made}`
    }
    const setup = { name: ' Payroll ', thirdParty: false, teams, me }
    apply(doc, changesFromTemplate(builtIn, setup, { now: 42, newId, me: { ...me, party: null } }))
    const project = readAll(doc, 'p')
    const byCode = (code: string) => [...project.parties.values()].find((party) => party.code === code)
    expect(project.meta).toEqual({ name: 'Payroll', thirdParty: false, createdAt: 42, schema: 1 })
    expect(byCode('TPA')?.team).toBe('Harbor')
    expect([...project.contacts.values()]).toMatchObject([{ name: 'Tom', party: byCode('TPA')?.id }])
    expect(project.members.get('m1')).toEqual({ id: 'm1', name: 'Ana', party: byCode('CIT')?.id })
  })
})

describe('a template from a project', () => {
  it('S2: carries no ticks, claims, notes, dates, teams or contacts', () => {
    const bench = openWorkbench()
    bench.tick(LINE.either, 'TPA')
    bench.run({ kind: 'setDue', line: bench.line(0).id, due: '2026-05-03' })
    bench.run({ kind: 'setBlocked', line: bench.line(0).id, reason: 'No file' })
    bench.run({ kind: 'editParty', party: bench.party('TPA'), team: 'Harbor' })
    openNote(bench.doc, bench.line(0).id).write('Call first')
    const template = templateFromProject(bench.project, 't', ' Mine ')
    expect(template.name).toBe('Mine')
    expect(plain(template)).toEqual(plain(builtIn))
    expect(JSON.stringify(template)).not.toMatch(/Harbor|Call first|2026|No file|claims|done/)
  })

  it('S2: leaves out removed lines, stages and parties, and pointers and owners that led to them', () => {
    const bench = openWorkbench()
    bench.run({ kind: 'removeLine', line: bench.line(LINE.joint).id })
    bench.run({ kind: 'removeStage', stage: bench.stage(4).id })
    bench.run({ kind: 'removeParty', party: bench.party('TPA') })
    const template = templateFromProject(bench.project, 't', 'Mine')
    const keys = template.parties.map(({ key }) => key)
    const lines = template.stages.flatMap((stage) => stage.lines)
    expect(template.stages).toHaveLength(4)
    expect(lines.every(({ contactOf }) => contactOf === undefined)).toBe(true)
    expect(lines.flatMap(({ owner }) => owner.parties).every((key) => keys.includes(key))).toBe(true)
    expect(lines.at(-1)?.owner).toEqual(bench.owner('one', 'CIT'))
  })

  it('S2: keeps owners and lines that only the condition leaves out', () => {
    const bench = openWorkbench({ thirdParty: false })
    expect(plain(templateFromProject(bench.project, 't', 'Mine'))).toEqual(plain(builtIn))
  })
})

describe('a copy of a project', () => {
  it('S3: keeps parties, teams, contacts, stages, lines and dates, and nothing that parties said', () => {
    const bench = openWorkbench({ thirdParty: false })
    const line = bench.line(0).id
    bench.tick(0, 'CIT')
    bench.tick(LINE.either, 'CIT')
    bench.run({ kind: 'setDue', line, due: '2026-05-03' })
    bench.run({ kind: 'setBlocked', line, reason: 'No file' })
    bench.run({ kind: 'setNotApplicable', line: bench.line(2).id, reason: 'Out of scope' })
    bench.run({ kind: 'removeLine', line: bench.line(8).id })
    const before = bench.project
    const doc = makeDocument()
    const me = { member: 'me', name: 'Ben', party: null }
    apply(doc, changesForCopy(before, ' Second ', { now: 99, newId: () => '', me }))
    const copy = readAll(doc, 'q')
    expect(copy.meta).toEqual({ ...before.meta, name: 'Second', createdAt: 99 })
    expect(copy.parties).toEqual(before.parties)
    expect(copy.lineOrder).toEqual(before.lineOrder)
    expect([...copy.members.keys()]).toEqual(['me'])
    const cleared = { ticks: {}, claims: {}, blocked: null, notApplicable: null, note: '' }
    for (const kept of copy.lines.values()) expect(kept).toEqual({ ...before.lines.get(kept.id), ...cleared })
    expect(copy.lines.size).toBe(8)
  })
})

describe('the built-in template', () => {
  const shape = builtIn.stages.map((stage) =>
    stage.lines.map(({ owner: { rule, parties } }) =>
      parties.length === 1 ? parties[0] : `${rule} ${parties.join(' ')}`,
    ),
  )

  it('S4: has five stages and nine lines with the owners of the table it comes from', () => {
    expect(builtIn.stages.map(({ title }) => title)).toEqual([
      'Discovery',
      'Implementation',
      'Testing',
      'Move to Production',
      'Ongoing Support',
    ])
    expect(shape).toEqual([
      ['CIT', 'either CIT TPA', 'joint CIT PCTY'],
      ['PCTY', 'joint CIT TPA'],
      ['joint CIT TPA'],
      ['joint CIT TPA'],
      ['either CIT TPA', 'PCTY'],
    ])
  })

  it('S4: has one conditional line, the one that settles price with the third party', () => {
    const conditional = builtIn.stages.flatMap(({ lines }) => lines.filter((line) => line.conditional))
    expect(conditional).toEqual([builtIn.stages[0]?.lines[1]])
  })

  it('S4: has one gate, Testing', () => {
    expect(builtIn.stages.filter(({ gate }) => gate).map(({ title }) => title)).toEqual(['Testing'])
  })

  it('C3: points from handing out the credentials to the line of Discovery that names who receives them', () => {
    const bench = openWorkbench()
    expect(bench.line(LINE.pointing).contactOf).toBe(bench.line(LINE.joint).id)
    expect([...bench.project.lines.values()].filter(({ contactOf }) => contactOf)).toHaveLength(1)
  })

  it('S4: lets only the third party drop out', () => {
    expect(builtIn.parties.map(({ code, third }) => [code, third])).toEqual([
      ['CIT', false],
      ['TPA', true],
      ['PCTY', false],
    ])
  })
})
