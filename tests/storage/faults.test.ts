import Dexie from 'dexie'
import { expect, test } from 'vitest'
import { faultOf, within } from '../../src/storage/faults.ts'

const dom = (name: string, message = '') => new DOMException(message, name)

test.each([
  ['quota', dom('QuotaExceededError')],
  ['quota', new Dexie.AbortError('aborted', dom('QuotaExceededError'))],
  ['quota', new Dexie.BulkError('1 of 1 failed', [dom('QuotaExceededError')])],
  ['quota', new Error('QuotaExceededError: the disk is full')],
  ['closed', dom('InvalidStateError', 'The database connection is closing.')],
  ['closed', new Dexie.DatabaseClosedError()],
  [
    'closed',
    dom('UnknownError', 'Connection to Indexed Database server lost. Refresh the page to try again'),
  ],
  ['unavailable', new Dexie.MissingAPIError()],
  ['unavailable', new Dexie.DatabaseClosedError(new Dexie.OpenFailedError(dom('UnknownError')))],
  ['unavailable', dom('SecurityError')],
  ['blocked', { kind: 'blocked', detail: 'no answer' }],
  ['unknown', new Error('something')],
  ['unknown', undefined],
])('a failure is told as %s where it says so, even through what it was wrapped in', (kind, error) => {
  expect(faultOf(error).kind).toBe(kind)
})

test('work that answers in time is not blocked, and its own failure is passed on', async () => {
  await expect(within(1_000, Promise.resolve(1), 'work')).resolves.toBe(1)
  await expect(within(1_000, Promise.reject(dom('SecurityError')), 'work')).rejects.toThrow(DOMException)
})

test('work that does not answer in time is blocked', async () => {
  await expect(within(1, new Promise(() => {}), 'work')).rejects.toMatchObject({ kind: 'blocked' })
})
