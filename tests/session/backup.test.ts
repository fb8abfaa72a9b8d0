import { afterEach, expect, test } from 'vitest'
import * as Y from 'yjs'
import { apply } from '../../src/document/document.ts'
import { openNote } from '../../src/document/note.ts'
import { readAll } from '../../src/document/read.ts'
import type { Template } from '../../src/domain/template.ts'
import { exportBackup } from '../../src/session/backup/exportBackup.ts'
import { loadStored } from '../../src/session/stored.ts'
import { forget, freshId, LATER, makeDevice, NOW, template } from '../support/device.ts'
import { breakTransactions } from '../support/disk.ts'
import { usedProject } from '../support/projects.ts'

// Rules F1 to F10 are those of docs/BACKUP.md.

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
