import { expect, test } from 'vitest'
import { exists, remove } from '../../src/storage/rawDatabase.ts'
import { warmUp } from '../../src/storage/warmUp.ts'
import { freshName } from '../support/disk.ts'

test('a database that is not there is not made', async () => {
  const name = freshName()
  warmUp(name)
  expect(await exists(name)).toBe(false)
})

test('a database that is held open does not stand in the way of its deletion', async () => {
  const name = freshName()
  await new Promise<void>((resolve) => {
    const making = indexedDB.open(name)
    making.onsuccess = () => {
      making.result.close()
      resolve()
    }
  })
  warmUp(name)
  expect(await exists(name)).toBe(true)
  expect(await remove(name)).toBe(true)
})
