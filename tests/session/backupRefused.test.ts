import { afterEach, expect, test, vi } from 'vitest'
import { checkInWorker } from '../../src/session/backup/checkInWorker.ts'
import { importBackup } from '../../src/session/backup/importBackup.ts'
import { makeCheckingWorker } from '../support/checkingWorker.ts'
import { forget, freshId, makeDevice, NOW } from '../support/device.ts'
import { fillDisk } from '../support/disk.ts'
import { usedProject } from '../support/projects.ts'

// Rules F1 to F10 are those of docs/BACKUP.md.

let heal = () => {}
afterEach(() => heal())

test('F8: a full disk, or one bad project among good ones, changes nothing', async () => {
  const device = makeDevice()
  const id = freshId()
  await device.add(id, usedProject(13).doc)
  const good = JSON.parse(await (await device.export()).text())
  await forget(id)
  const other = makeDevice()
  await other.add(freshId(), usedProject(14).doc)
  const rows = await other.rows()

  heal = fillDisk()
  expect(await other.import(new Blob([JSON.stringify(good)]))).toMatchObject({
    refused: 'notSaved',
    fault: { kind: 'quota' },
  })
  heal()
  const [project] = good.projects
  const bad = { ...good, projects: [project, { ...project, id: 'bad', update: 'AAA=' }] }
  expect(await other.import(new Blob([JSON.stringify(bad)]))).toEqual({
    refused: 'malformed',
    path: 'projects.1.update',
  })
  expect(await other.rows()).toEqual(rows)
})

test('F5: a file of more than 64 MiB is refused before it is read', async () => {
  const read = vi.fn()
  const file = Object.assign(new Blob([]), { arrayBuffer: read })
  Object.defineProperty(file, 'size', { value: 64 * 1024 * 1024 + 1 })
  expect(await makeDevice().import(file)).toMatchObject({ refused: 'tooLarge', what: 'bytes' })
  expect(read).not.toHaveBeenCalled()
})

test('F6: bytes that are no UTF-8, and a file that cannot be read any more, are refused', async () => {
  const device = makeDevice()
  expect(await device.import(new Blob([Uint8Array.of(0xff, 0xfe, 0x7b)]))).toEqual({ refused: 'notJson' })
  const gone = Object.assign(new Blob([]), { arrayBuffer: () => Promise.reject(new Error('gone')) })
  expect(await device.import(gone)).toEqual({ refused: 'unreadable' })
})

test('F7: a file whose checking is cancelled changes nothing, and the worker is ended', async () => {
  const device = makeDevice()
  await device.add(freshId(), usedProject(15).doc)
  const file = await device.export()
  const other = makeDevice()
  const [control, worker] = [new AbortController(), makeCheckingWorker()]
  const parts = { ...other.parts, startWorker: () => worker }
  const onProgress = () => control.abort()
  expect(await importBackup(file, { signal: control.signal, onProgress }, parts)).toEqual({
    refused: 'cancelled',
  })
  expect(worker.ended).toBe(true)
  expect(await importBackup(file, { signal: control.signal }, parts)).toEqual({ refused: 'cancelled' })
  expect((await other.rows()).flat()).toEqual([])
})

test('F7: checking that makes no progress for 20 seconds is ended', async () => {
  vi.useFakeTimers()
  heal = () => vi.useRealTimers()
  const silent = makeCheckingWorker()
  silent.postMessage = () => {}
  const run = { now: NOW, know: async () => [], startWorker: () => silent }
  const waiting = checkInWorker(new Blob(['{}']), run)
  vi.advanceTimersByTime(19_000)
  const progress = { step: 'checking', done: 1, total: 2 } as const
  silent.onmessage?.({ data: { kind: 'progress', progress } } as MessageEvent)
  vi.advanceTimersByTime(19_999)
  expect(silent.ended).toBe(false)
  vi.advanceTimersByTime(1)
  expect(await waiting).toEqual({ refused: 'tookTooLong', seconds: 20 })
  expect(silent.ended).toBe(true)
})

test('F7: checking that breaks down is told, and changes nothing', async () => {
  const broken = makeCheckingWorker()
  broken.postMessage = () => broken.onerror?.({ message: 'out of memory' } as ErrorEvent)
  const { parts, rows } = makeDevice()
  expect(await importBackup(new Blob(['{}']), {}, { ...parts, startWorker: () => broken })).toEqual({
    refused: 'checkFailed',
    detail: 'out of memory',
  })
  expect((await rows()).flat()).toEqual([])
})
