import { expect, test } from 'vitest'
import { type Entry, found, linesFound, shelve, wordsOf } from '../../src/ui/catalogue/entries.ts'

const entry = (fields: Partial<Entry>): Entry => ({
  id: 'p',
  name: 'Payroll feed',
  me: 'm',
  myParty: 'CIT',
  createdAt: 1,
  openedAt: 1,
  changedAt: 1,
  archivedAt: null,
  deletedAt: null,
  stages: [],
  lines: 2,
  passed: 0,
  parties: [],
  myOpen: [
    { line: 'a', text: 'Write the business case', stage: 'Discovery', due: null },
    { line: 'b', text: 'Hand out the credentials', stage: 'Implementation', due: null },
  ],
  myOpenCount: 2,
  search: 'payroll feed\ncit acme\ndiscovery',
  ...fields,
})

test('each project is on one shelf, the deleted ones on theirs whether archived or not', () => {
  const list = [
    entry({ id: 'current' }),
    entry({ id: 'archived', archivedAt: 2 }),
    entry({ id: 'deleted', deletedAt: 3 }),
    entry({ id: 'both', archivedAt: 2, deletedAt: 4 }),
  ]
  const { current, archived, deleted } = shelve(list)
  expect(current.map(({ id }) => id)).toEqual(['current'])
  expect(archived.map(({ id }) => id)).toEqual(['archived'])
  expect(deleted.map(({ id }) => id)).toEqual(['both', 'deleted'])
})

test('what was opened or changed last comes first', () => {
  const list = [
    entry({ id: 'old' }),
    entry({ id: 'changed', changedAt: 7 }),
    entry({ id: 'opened', openedAt: 9 }),
  ]
  expect(shelve(list).current.map(({ id }) => id)).toEqual(['opened', 'changed', 'old'])
})

test('a search finds a project when every word is in it, in any order and case', () => {
  expect(found(entry({}), wordsOf('  ACME payroll '))).toBe(true)
  expect(found(entry({}), wordsOf('acme benefits'))).toBe(false)
  expect(found(entry({}), wordsOf(''))).toBe(true)
})

test('a search that means the project keeps all my lines, one that means a line keeps that one', () => {
  expect(linesFound(entry({}), wordsOf('acme'))).toHaveLength(2)
  expect(linesFound(entry({}), wordsOf('business')).map(({ line }) => line)).toEqual(['a'])
  expect(found(entry({}), wordsOf('business'))).toBe(true)
})
