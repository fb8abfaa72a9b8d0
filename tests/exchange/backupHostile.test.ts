import fc from 'fast-check'
import { expect, test } from 'vitest'
import { integrationDeliverables } from '../../src/domain/templates/integrationDeliverables.ts'
import { DEPTH_LIMIT, VALUE_LIMIT } from '../../src/exchange/backup/format.ts'
import { oversize } from '../../src/exchange/backup/measure.ts'
import { parseBackup } from '../../src/exchange/backup/parse.ts'

// Rules F1 to F10 are those of docs/BACKUP.md.

const project = { id: 'p1', me: null, archivedAt: null, readable: {}, update: 'AAA=' }
const file = { format: 'rollcall-backup', version: 1, projects: [project], templates: [] }
const read = (value: unknown) => parseBackup(JSON.stringify(value))

test('F6: what is not JSON is refused as such', () => {
  const whole = JSON.stringify(file)
  for (const wrong of [
    '',
    ' ',
    'PK\u0003\u0004',
    '<html></html>',
    "{'format':1}",
    `${whole},`,
    'undefined',
    '"',
  ]) {
    expect(parseBackup(wrong), wrong).toEqual({ refused: 'notJson' })
  }
})

test('F6: a file cut off at any place is refused as no JSON', () => {
  const whole = JSON.stringify(file)
  for (let end = 0; end < whole.length; end++) {
    expect(parseBackup(whole.slice(0, end)), String(end)).toEqual({ refused: 'notJson' })
  }
})

test('F6: JSON that is something else is refused as no backup', () => {
  const others = [
    null,
    1,
    'rollcall-backup',
    [],
    [file],
    {},
    { version: 1, projects: [] },
    { format: 'other' },
  ]
  for (const wrong of [
    ...others,
    { type: 'FeatureCollection', features: [] },
    { format: ['rollcall-backup'] },
  ]) {
    expect(read(wrong), JSON.stringify(wrong)).toEqual({ refused: 'notABackup' })
  }
})

test('F4: a newer version is refused as newer, however its other members look', () => {
  expect(read({ format: 'rollcall-backup', version: 2, projects: 'elsewhere' })).toEqual({
    refused: 'newerVersion',
    version: 2,
  })
})

test('F6: a malformed member is refused and named by its path', () => {
  const wrong: [unknown, string][] = [
    [{ ...file, version: '1' }, 'version'],
    [{ ...file, version: 0 }, 'version'],
    [{ ...file, version: 1.5 }, 'version'],
    [{ format: file.format, projects: [] }, 'version'],
    [{ ...file, projects: {} }, 'projects'],
    [{ ...file, projects: [project, null] }, 'projects.1'],
    [{ ...file, projects: [project, project] }, 'projects.1.id'],
    [{ ...file, projects: [{ ...project, id: '' }] }, 'projects.0.id'],
    [{ ...file, projects: [{ ...project, id: '../settings' }] }, 'projects.0.id'],
    [{ ...file, projects: [{ ...project, id: 'p1\n' }] }, 'projects.0.id'],
    [{ ...file, projects: [{ ...project, id: 'x'.repeat(65) }] }, 'projects.0.id'],
    [{ ...file, projects: [{ ...project, me: 7 }] }, 'projects.0.me'],
    [{ ...file, projects: [{ ...project, archivedAt: 'yesterday' }] }, 'projects.0.archivedAt'],
    [{ ...file, projects: [{ ...project, update: 'A A=' }] }, 'projects.0.update'],
    [{ ...file, projects: [{ ...project, update: [0, 0] }] }, 'projects.0.update'],
    [{ ...file, projects: [{ id: 'p1' }] }, 'projects.0.update'],
    [{ ...file, templates: [{}] }, 'templates.0.id'],
    [
      { ...file, templates: [{ ...integrationDeliverables, stages: [{ title: 1 }] }] },
      'templates.0.stages.0.title',
    ],
    [{ ...file, templates: [{ ...integrationDeliverables, name: 'x'.repeat(20_001) }] }, 'templates.0.name'],
  ]
  for (const [value, path] of wrong) expect(read(value), path).toEqual({ refused: 'malformed', path })
})

test('F3: unknown members are passed over, at any place', () => {
  const [line] = integrationDeliverables.stages[0]?.lines ?? []
  const template = {
    ...integrationDeliverables,
    id: 'x',
    later: 1,
    stages: [{ title: 'A', lines: [{ ...line, later: 1 }] }],
  }
  const more = { ...file, later: [1], projects: [{ ...project, later: {} }], templates: [template] }
  expect(read(more)).toMatchObject({ projects: [{ id: 'p1' }], templates: [{ id: 'x' }] })
  expect(JSON.stringify(read(more))).not.toContain('later')
})

test('F3: members named like those of every object change nothing', () => {
  const evil =
    '"__proto__":{"format":"rollcall-backup","polluted":1},"constructor":{"prototype":{"polluted":1}}'
  const names = `${evil},"toString":1,"hasOwnProperty":1`
  const text = JSON.stringify({ ...file, templates: [integrationDeliverables] })
  const read = parseBackup(text.replaceAll('{"', `{${names},"`))
  expect(read).toMatchObject({
    projects: [{ id: 'p1' }],
    templates: [{ name: integrationDeliverables.name }],
  })
  expect(JSON.stringify(read)).not.toContain('polluted')
  expect(({} as Record<string, unknown>).polluted).toBe(undefined)
  expect(parseBackup(`{${evil}}`)).toEqual({ refused: 'notABackup' })
})

test('F5: deep nesting is refused before it is parsed, whatever it nests', () => {
  for (const [open, close] of [
    ['[', ']'],
    ['{"a":', '}'],
    [' [\n{"[": ', '} ]'],
  ] as const) {
    const deep = `${open.repeat(1_000_000)}1${close.repeat(1_000_000)}`
    expect(parseBackup(deep), open).toEqual({ refused: 'tooDeep', limit: DEPTH_LIMIT })
    expect(parseBackup(deep.slice(0, 3_000_000)), open).toEqual({ refused: 'tooDeep', limit: DEPTH_LIMIT })
  }
  expect(oversize('['.repeat(DEPTH_LIMIT))).toBe(null)
})

test('F5: a file of nothing but brackets and commas is refused before it is parsed', () => {
  const limit = { refused: 'tooLarge', what: 'values', limit: VALUE_LIMIT }
  expect(parseBackup(`[${'[],'.repeat(20_000_000)}[]]`)).toEqual(limit)
  expect(parseBackup(`[${'0,'.repeat(VALUE_LIMIT)}0]`)).toEqual(limit)
})

test('F5: more projects than a list can show are refused', () => {
  const projects = Array.from({ length: 10_001 }, (_, at) => ({ id: `p${at}`, update: '' }))
  expect(read({ ...file, projects })).toEqual({ refused: 'tooLarge', what: 'entries', limit: 10_000 })
})

test('F5: what stands in strings does not count as brackets', () => {
  fc.assert(
    fc.property(fc.json({ maxDepth: 10 }), (text) => {
      expect(oversize(text)).toBe(null)
    }),
  )
  const brackets = JSON.stringify(['\\', '\\\\"', '['.repeat(100), '\\"{'.repeat(100), ']'])
  expect(oversize(brackets)).toBe(null)
  expect(oversize(`["\\\\",${'['.repeat(DEPTH_LIMIT)}`)).toMatchObject({ refused: 'tooDeep' })
})

test('F6: whatever text comes, reading answers and never throws', () => {
  const near = fc.json({ maxDepth: 5 }).map((text) => JSON.stringify(file).replace('{}', text))
  const damaged = fc
    .tuple(fc.nat(JSON.stringify(file).length), fc.string({ maxLength: 4 }))
    .map(([at, put]) => JSON.stringify(file).slice(0, at) + put + JSON.stringify(file).slice(at + put.length))
  fc.assert(
    fc.property(fc.oneof(fc.string(), fc.json(), near, damaged), (text) => {
      expect(parseBackup(text)).toBeTypeOf('object')
    }),
    { numRuns: 2000 },
  )
})
