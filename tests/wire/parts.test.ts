import fc from 'fast-check'
import { expect, test } from 'vitest'
import { Malformed } from '../../src/wire/bytes.ts'
import { makeAssembler, PART_LENGTH, partsOf } from '../../src/wire/parts.ts'
import { decodeSubmission, encodeSubmission } from '../../src/wire/submission.ts'

test('L2 what was cut into parts is whole again with the last of them', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 3 * PART_LENGTH }), (length) => {
      const whole = new Uint8Array(length).map((_, at) => at % 251)
      const assembler = makeAssembler()
      const parts = partsOf(whole)
      const given = parts.map((part) => assembler.add(part))
      expect(given.slice(0, -1).every((one) => one === null)).toBe(true)
      expect(given.at(-1)).toEqual(whole)
      expect(parts.every(({ bytes }) => bytes.length <= PART_LENGTH)).toBe(true)
      expect(assembler.held()).toBe(0)
    }),
    { numRuns: 20 },
  )
})

test.each([
  ['out of order', { index: 1, count: 2, length: 1 }],
  ['of none', { index: 0, count: 0, length: 1 }],
  ['that is too long', { index: 0, count: 1, length: PART_LENGTH + 1 }],
])('L2 a part %s is malformed', (_what, { index, count, length }) => {
  expect(() => makeAssembler().add({ index, count, bytes: new Uint8Array(length) })).toThrow(Malformed)
})

test('L2 parts that together are more than the limit are malformed', () => {
  const assembler = makeAssembler(10)
  assembler.add({ index: 0, count: 2, bytes: new Uint8Array(6) })
  expect(() => assembler.add({ index: 1, count: 2, bytes: new Uint8Array(6) })).toThrow(Malformed)
})

test('W4 a submission keeps its record and envelopes, and nothing may follow', () => {
  const submission = {
    record: new Uint8Array([1, 2, 3]),
    envelopes: [{ link: new Uint8Array(16).fill(4), envelope: new Uint8Array([5]) }],
  }
  const bytes = encodeSubmission(submission)
  expect(decodeSubmission(bytes)).toEqual(submission)
  expect(() => decodeSubmission(bytes.slice(0, -1))).toThrow(Malformed)
  expect(() => decodeSubmission(new Uint8Array([...bytes, 0]))).toThrow(Malformed)
})
