import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Template } from '../../src/domain/template.ts'
import { integrationDeliverables } from '../../src/domain/templates/integrationDeliverables.ts'
import { fromBase64, toBase64 } from '../../src/exchange/backup/base64.ts'
import { FILE_LIMIT } from '../../src/exchange/backup/format.ts'
import { parseBackup } from '../../src/exchange/backup/parse.ts'
import { readableOf } from '../../src/exchange/backup/readable.ts'
import { writeBackup } from '../../src/exchange/backup/write.ts'
import { usedProject } from '../support/projects.ts'

// Rules F1 to F10 are those of docs/BACKUP.md.

const EXPORTED = Date.UTC(2026, 4, 3, 9, 30)

/** The text of a file that is known to fit. */
function written(contents: Omit<Parameters<typeof writeBackup>[0], 'exportedAt'>): string {
  const file = writeBackup({ exportedAt: EXPORTED, ...contents })
  if ('refused' in file) throw new Error(`No file was made: ${JSON.stringify(file)}`)
  return file.text
}

const text = fc.string({ unit: 'binary', maxLength: 40 })
const id = fc.stringMatching(/^[A-Za-z0-9_-]{1,64}$/)
const owner = fc.record({
  rule: fc.constantFrom('one' as const, 'joint' as const, 'either' as const),
  parties: fc.array(text, { maxLength: 3 }),
})
const line = fc.record(
  { text, owner, key: text, conditional: fc.boolean(), contactOf: text },
  { requiredKeys: ['text', 'owner'] },
)
const template: fc.Arbitrary<Template> = fc.record({
  id,
  name: text,
  description: text,
  parties: fc.array(
    fc.record({ key: text, code: text, role: text, colour: fc.integer(), third: fc.boolean() }),
  ),
  stages: fc.array(
    fc.record(
      { title: text, gate: fc.boolean(), lines: fc.array(line) },
      { requiredKeys: ['title', 'lines'] },
    ),
  ),
})
const time = fc.date({ noInvalidDate: true, min: new Date(0), max: new Date('9999-12-31') })
const stored = fc.record({
  seed: fc.nat(),
  me: fc.option(id),
  archivedAt: fc.option(time.map((date) => date.getTime())),
  update: fc.uint8Array({ maxLength: 5000 }),
})

test('F3: what is written is read back the same, whatever projects and templates are in it', () => {
  const projects = fc.uniqueArray(stored, { selector: ({ seed }) => seed, maxLength: 4 })
  fc.assert(
    fc.property(projects, fc.array(template), (some, templates) => {
      const entries = some.map(({ seed, ...rest }) => ({ ...rest, project: usedProject(seed, 20).project }))
      const back = parseBackup(written({ projects: entries, templates }))
      expect(back).toEqual({
        projects: entries.map(({ project, ...rest }) => ({ ...rest, id: project.id })),
        templates,
      })
    }),
    { numRuns: 40 },
  )
}, 30_000)

test('F6: bytes go through base64 unchanged, and only their one spelling is taken', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 100 }), (bytes) => {
      expect(toBase64(bytes)).toBe(Buffer.from(bytes).toString('base64'))
      expect(fromBase64(toBase64(bytes))).toEqual(bytes)
    }),
  )
  for (const wrong of ['QQ', 'QQ=', 'QR==', 'QQ=\n', ' QQ=', 'Q===', '====', 'QUI=QUI=', 'QQ-_', 'QUF=']) {
    expect(fromBase64(wrong), JSON.stringify(wrong)).toBe(null)
  }
  const long = new Uint8Array(100_001).map((_, at) => at)
  expect(fromBase64(toBase64(long))).toEqual(long)
})

test('the readable part of any used project is JSON that comes back as it went', () => {
  fc.assert(
    fc.property(fc.nat(), (seed) => {
      const readable = readableOf(usedProject(seed).project)
      expect(JSON.parse(JSON.stringify(readable))).toEqual(readable)
    }),
    { numRuns: 60 },
  )
}, 30_000)

test('the readable part tells a line with its owner by codes, its ticks and its note', () => {
  const { project } = usedProject(1, 0)
  const [stage = ''] = project.stageOrder
  const [first = ''] = project.lineOrder.get(stage) ?? []
  const line = project.lines.get(first)
  if (!line) throw new Error('the template has no line')
  const [party = ''] = line.owner.parties
  const by = { member: 'm1', name: 'Ana Ruiz', party }
  const ticked = {
    ...line,
    ticks: { [party]: { done: true, by, at: EXPORTED } },
    note: 'Asked on Monday',
    // A time that no date can be, as only a foreign document holds.
    blocked: { reason: 'Waiting', by, at: 1e300 },
  }
  const readable = readableOf({ ...project, lines: new Map(project.lines).set(first, ticked) })
  const code = project.parties.get(party)?.code
  expect(readable).toMatchObject({
    name: 'Payroll feed 1',
    members: [{ name: 'Ana Ruiz', party: null }],
    stages: [
      {
        title: project.stages.get(stage)?.title,
        lines: [
          {
            text: line.text,
            owner: { rule: line.owner.rule, parties: expect.arrayContaining([code]) },
            ticks: [{ party: code, done: true, by: 'Ana Ruiz', at: '2026-05-03T09:30:00.000Z' }],
            blocked: { reason: 'Waiting', by: 'Ana Ruiz', at: null },
            note: 'Asked on Monday',
          },
          ...Array.from({ length: (project.lineOrder.get(stage)?.length ?? 1) - 1 }, () => expect.anything()),
        ],
      },
      ...Array.from({ length: project.stageOrder.length - 1 }, () => expect.anything()),
    ],
  })
})

test('F2: a file beyond the limits of F5 is not written', () => {
  const { project } = usedProject(1, 0)
  const entry = { project, me: null, archivedAt: null }
  const tooLarge = { refused: 'tooLarge', what: 'bytes', limit: FILE_LIMIT }
  // The bytes alone would fit, but not in base64.
  const update = new Uint8Array(FILE_LIMIT * 0.8)
  expect(writeBackup({ exportedAt: EXPORTED, projects: [{ ...entry, update }], templates: [] })).toEqual(
    tooLarge,
  )
  const long = { ...project, meta: { ...project.meta, name: 'x'.repeat(FILE_LIMIT) } }
  const wordy = { ...entry, project: long, update: new Uint8Array(10) }
  expect(writeBackup({ exportedAt: EXPORTED, projects: [wordy], templates: [] })).toEqual(tooLarge)
  const many = Array.from({ length: 10_001 }, () => integrationDeliverables)
  expect(writeBackup({ exportedAt: EXPORTED, projects: [], templates: many })).toMatchObject({
    what: 'entries',
  })
}, 30_000)
