import { afterEach, expect, test, vi } from 'vitest'
import * as Y from 'yjs'
import { apply } from '../../src/document/document.ts'
import { openNote } from '../../src/document/note.ts'
import { readAll } from '../../src/document/read.ts'
import type { Template } from '../../src/domain/template.ts'
import { checkInWorker } from '../../src/session/backup/checkInWorker.ts'
import type { BackupParts, ImportOptions, OpenProject } from '../../src/session/backup/contract.ts'
import { exportBackup } from '../../src/session/backup/exportBackup.ts'
import { importBackup } from '../../src/session/backup/importBackup.ts'
import { loadStored } from '../../src/session/stored.ts'
import { newEntry } from '../../src/session/summary.ts'
import { makeCatalogue } from '../../src/storage/catalogue.ts'
import { openDatabase } from '../../src/storage/database.ts'
import { makeCheckingWorker } from '../support/checkingWorker.ts'
import { breakTransactions, fillDisk, freshName } from '../support/disk.ts'
import { usedProject } from '../support/projects.ts'

// Rules F1 to F10 are those of docs/BACKUP.md.

const NOW = Date.UTC(2026, 4, 3, 9, 30)
const LATER = NOW + 60_000

/** Ids no other test uses: documents of all devices here share one fake IndexedDB, a database each. */
const freshId = () => freshName()

/** A device with an empty database, and what a person does on it. */
function makeDevice(now = NOW) {
  const database = openDatabase(freshName())
  const catalogue = makeCatalogue(database)
  const sessions = new Map<string, OpenProject>()
  const parts: BackupParts = {
    database,
    catalogue,
    now: () => now,
    sessions: { find: (id) => sessions.get(id) },
  }
  return {
    catalogue,
    sessions,
    parts,
    add: (id: string, doc: Y.Doc, me = 'm1') =>
      catalogue.add([{ entry: newEntry(readAll(doc, id), me, now), update: Y.encodeStateAsUpdate(doc) }]),
    async project(id: string) {
      const { doc, close } = await loadStored(id, { database })
      const project = readAll(doc, id)
      await close()
      return project
    },
    async export(ids: readonly string[] | 'all' = 'all') {
      const report = await exportBackup(ids, parts)
      if ('refused' in report) throw new Error(`No file was made: ${JSON.stringify(report)}`)
      return report.file
    },
    import: (file: Blob, options: ImportOptions = {}) =>
      importBackup(file, options, { ...parts, startWorker: makeCheckingWorker }),
    /** Everything stored but the documents, to tell that nothing changed. */
    async rows() {
      const tables = [database.projects, database.journal, database.templates, database.settings]
      return Promise.all(tables.map((table) => table.toArray() as PromiseLike<unknown[]>))
    },
  }
}

/** Documents of other devices live under the same names, so a project that moves is given away by its file. */
async function forget(id: string): Promise<void> {
  await new Promise((resolve) => {
    indexedDB.deleteDatabase(`rollcall:${id}`).onsuccess = resolve
  })
}

const template = (id: string, name: string): Template => ({
  id,
  name,
  description: '',
  parties: [],
  stages: [],
})

let heal = () => {}
afterEach(() => heal())

test('F9: what is exported, erased and taken in again is the same', async () => {
  const [before, after] = [makeDevice(), makeDevice(LATER)]
  const ids = [freshId(), freshId(), freshId()]
  for (const [index, id] of ids.entries()) await before.add(id, usedProject(index + 1).doc, `m${index + 1}`)
  await before.catalogue.patch(ids[1] as string, { archivedAt: 1000 })
  await before.catalogue.saveTemplate(template('t1', 'Ours'))
  const projects = await Promise.all(ids.map((id) => before.project(id)))
  const entries = await Promise.all(ids.map((id) => before.catalogue.find(id)))
  const file = await before.export()
  await Promise.all(ids.map(forget))

  expect(await after.import(file)).toEqual({
    projects: ids.map((id, index) => ({ id, name: projects[index]?.meta.name, outcome: 'added' })),
    templates: { added: 1, unchanged: 0 },
  })
  for (const [index, id] of ids.entries()) {
    expect(await after.project(id)).toEqual(projects[index])
    expect(await after.catalogue.find(id)).toEqual({ ...entries[index], openedAt: LATER, changedAt: LATER })
  }
  expect((await after.rows())[2]).toEqual([template('t1', 'Ours')])
})

test('F9: taking in a file twice does nothing the second time', async () => {
  const device = makeDevice()
  const [id, { doc }] = [freshId(), usedProject(4)]
  openNote(doc, [...readAll(doc, id).lines.keys()][0] as string).write('Once')
  await device.add(id, doc)
  await device.catalogue.saveTemplate(template('t1', 'Ours'))
  const file = await device.export()
  const [project, rows] = [await device.project(id), await device.rows()]
  expect(await device.import(file)).toEqual({
    projects: [{ id, name: project.meta.name, outcome: 'unchanged' }],
    templates: { added: 0, unchanged: 1 },
  })
  expect(await device.rows()).toEqual(rows)
  expect(await device.project(id)).toEqual(project)
})

test('F9: a project that went on here and in the file holds both, its note once', async () => {
  const device = makeDevice()
  const [id, { doc }] = [freshId(), usedProject(5, 0)]
  const [line = '', other = ''] = readAll(doc, id).lines.keys()
  const [stage = ''] = readAll(doc, id).stageOrder
  openNote(doc, line).write('Ask Ana')
  await device.add(id, doc)
  const file = await device.export([id])

  const here = await loadStored(id, device.parts)
  openNote(here.doc, line).write('Ask Ana, again')
  apply(here.doc, [{ noun: 'line', id: other, field: 'due', before: null, after: '2026-06-01' }])
  apply(here.doc, [{ noun: 'stage', id: stage, field: 'title', before: '', after: 'Renamed here' }])
  await here.close()
  expect(await device.import(file)).toMatchObject({ projects: [{ outcome: 'unchanged' }] })

  openNote(doc, line).write('Please ask Ana')
  apply(doc, [{ noun: 'meta', id: 'project', field: 'name', before: '', after: 'Renamed elsewhere' }])
  device.sessions.set(id, { id, encode: () => Y.encodeStateAsUpdate(doc), unread: () => null })
  const newer = await device.export([id])
  device.sessions.clear()
  expect(await device.import(newer)).toMatchObject({
    projects: [{ outcome: 'merged', name: 'Renamed elsewhere' }],
  })
  const merged = await device.project(id)
  expect(merged.lines.get(line)?.note).toBe('Please ask Ana, again')
  expect(merged.lines.get(other)?.due).toBe('2026-06-01')
  const row = await device.catalogue.find(id)
  expect(row).toMatchObject({ name: 'Renamed elsewhere', me: 'm1' })
  expect(row?.stages[0]?.title).toBe('Renamed here')
})

test('F9: a deleted project comes back, and counts as added', async () => {
  const device = makeDevice()
  const id = freshId()
  await device.add(id, usedProject(6).doc)
  const file = await device.export([id])
  await device.catalogue.patch(id, { deletedAt: NOW })
  expect(await device.import(file)).toMatchObject({ projects: [{ id, outcome: 'added' }] })
  expect(await device.catalogue.find(id)).toMatchObject({ deletedAt: null })
})

test('F1: an open project is exported as the page has it, also where nothing can be read', async () => {
  const device = makeDevice()
  const [id, { doc, update }] = [freshId(), usedProject(7)]
  device.sessions.set(id, { id, encode: () => update, unread: () => null })
  await device.rows()
  heal = breakTransactions(() => {
    throw new DOMException('gone', 'InvalidStateError')
  })
  const file = await device.export([id])
  heal()
  const other = makeDevice()
  expect(await other.import(file)).toMatchObject({ projects: [{ id, outcome: 'added' }] })
  expect(await other.project(id)).toEqual(readAll(doc, id))
})

test('F1: a project that cannot be read is left out by name, and the others are in the file', async () => {
  const device = makeDevice()
  const [id, lost] = [freshId(), freshId()]
  await device.add(id, usedProject(8).doc)
  await device.add(lost, usedProject(9).doc)
  await device.parts.database.journal.where('project').equals(lost).delete()
  const report = await exportBackup('all', device.parts)
  expect(report).toMatchObject({ left: [{ id: lost, name: 'Payroll feed 9', partly: false }] })
  expect(JSON.parse(await (report as { file: File }).file.text()).projects).toMatchObject([{ id }])
  expect(await exportBackup([lost], device.parts)).toMatchObject({ refused: 'noneReadable' })
})

test('F2: everything means archived projects and templates too, but no deleted ones', async () => {
  const device = makeDevice()
  expect(await exportBackup('all', device.parts)).toEqual({ refused: 'empty' })
  const [kept, deleted] = [freshId(), freshId()]
  await device.add(kept, usedProject(10).doc)
  await device.add(deleted, usedProject(11).doc)
  await device.catalogue.patch(kept, { archivedAt: NOW })
  await device.catalogue.patch(deleted, { deletedAt: NOW })
  const file = await device.export()
  expect(JSON.parse(await file.text()).projects).toMatchObject([
    { id: kept, archivedAt: '2026-05-03T09:30:00.000Z' },
  ])
})

test('a file is named after its only project and the day', async () => {
  const device = makeDevice()
  const ids = [freshId(), freshId()]
  for (const id of ids) {
    const { doc } = usedProject(12)
    apply(doc, [{ noun: 'meta', id: 'project', field: 'name', before: '', after: '  Zoë’s: ../Payroll/…  ' }])
    await device.add(id, doc)
  }
  expect((await device.export(ids.slice(1))).name).toBe('rollcall-zoe-s-payroll-2026-05-03.json')
  expect((await device.export()).name).toBe('rollcall-backup-2026-05-03.json')
})

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

test('F10: a template is passed over where it reads the same, and kept under a new id where its own is taken', async () => {
  const [before, after] = [makeDevice(), makeDevice()]
  for (const one of [template('same', 'Same'), template('taken', 'Theirs'), template('new', 'New')]) {
    await before.catalogue.saveTemplate(one)
  }
  await after.catalogue.saveTemplate(template('other', 'Same'))
  await after.catalogue.saveTemplate(template('taken', 'Mine'))
  const file = await before.export()
  expect(await after.import(file)).toMatchObject({ templates: { added: 2, unchanged: 1 } })
  expect(await after.import(file)).toMatchObject({ templates: { added: 0, unchanged: 3 } })
  const names = ((await after.rows())[2] as Template[]).map(({ name }) => name)
  expect(names.toSorted()).toEqual(['Mine', 'New', 'Same', 'Theirs'])
})
