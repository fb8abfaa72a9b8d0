import { expect, test } from 'vitest'
import { cut } from '../../src/ui/text/en/project.ts'
import { ago, bytes, plural } from '../../src/ui/text/format.ts'

const MINUTE = 60_000
const HOUR = 60 * MINUTE
const DAY = 24 * HOUR

test.each([
  [30_000, 'just now'],
  [-30_000, 'just now'],
  [MINUTE, '1 minute ago'],
  [3 * HOUR + 59 * MINUTE, '3 hours ago'],
  [DAY, 'yesterday'],
  [15 * DAY, '2 weeks ago'],
  [400 * DAY, 'last year'],
])('%d ms ago reads as "%s"', (past, text) => {
  const now = 1_800_000_000_000
  expect(ago(now - past, now)).toBe(text)
})

test.each([
  [0, '0 kB'],
  [820_400, '820 kB'],
  [1_440_000, '1.4 MB'],
  [67_108_864, '67 MB'],
  [11_300_000_000, '11 GB'],
])('%d bytes read as "%s"', (count, text) => {
  expect(bytes(count)).toBe(text)
})

test('one is singular, none and many are plural', () => {
  expect([0, 1, 2].map((count) => plural(count, 'line', 'lines'))).toEqual(['0 lines', '1 line', '2 lines'])
})

test('a long text is cut between characters, of which one may take two UTF-16 units', () => {
  expect(cut('🚀'.repeat(9), 8)).toBe(`${'🚀'.repeat(6)}…`)
  expect(cut(`a${'🚀'.repeat(8)}`, 8)).toBe(`a${'🚀'.repeat(5)}…`)
  expect(cut('🚀'.repeat(8), 8)).toBe('🚀'.repeat(8))
})
