// @vitest-environment happy-dom
import { createRoot } from 'solid-js'
import { afterEach, expect, test, vi } from 'vitest'
import { readAll } from '../../src/document/read.ts'
import { exportBackup } from '../../src/session/backup/exportBackup.ts'
import { makeOpenSessions } from '../../src/session/openSessions.ts'
import type { Session } from '../../src/session/session.ts'
import { newEntry } from '../../src/session/summary.ts'
import { makeCatalogue } from '../../src/storage/catalogue.ts'
import { openDatabase } from '../../src/storage/database.ts'
import { fillDisk, freshName } from '../support/disk.ts'
import { usedProject } from '../support/projects.ts'

// DESIGN "What saved means": what could not be written stays in memory and is tried again.

let heal = () => {}
afterEach(() => heal())

async function makePage() {
  const database = openDatabase(freshName())
  const catalogue = makeCatalogue(database)
  const sessions = makeOpenSessions({ database, catalogue, now: () => 1 })
  await sessions.load()
  const id = freshName()
  const { doc, update } = usedProject(3)
  await catalogue.add([{ entry: newEntry(readAll(doc, id), 'm3', 1), update }])
  return { sessions, id, database, parts: { database, catalogue, sessions, now: () => 1 } }
}

const ready = (session: Session) => vi.waitUntil(() => session.phase() === 'ready')
const rename = (session: Session, name: string) => session.run({ kind: 'renameProject', name })

test('what could not be saved is there when its project is left and opened again', async () => {
  await createRoot(async (dispose) => {
    const { sessions, id } = await makePage()
    const first = sessions.open(id)
    await ready(first)
    heal = fillDisk()
    rename(first, 'Renamed on a full disk')
    await first.close()
    expect(sessions.find(id)?.model.project().meta.name).toBe('Renamed on a full disk')
    expect(await sessions.saveAll()).toBe(false)
    expect(sessions.unsaved()).toBe(true)
    const again = sessions.open(id)
    expect(again.model.project().meta.name).toBe('Renamed on a full disk')
    heal()
    await expect(again.flush()).resolves.toEqual({ state: 'saved' })
    expect(sessions.unsaved()).toBe(false)
    await again.close()
    expect(sessions.find(id)).toBeUndefined()
    dispose()
  })
})

test('a project opened again while it is being left goes on in the same session', async () => {
  await createRoot(async (dispose) => {
    const { sessions, id } = await makePage()
    const first = sessions.open(id)
    await ready(first)
    const left = first.close()
    const again = sessions.open(id)
    await left
    expect(again.model).toBe(first.model)
    expect(sessions.find(id)?.model).toBe(first.model)
    await again.close()
    expect(sessions.find(id)).toBeUndefined()
    dispose()
  })
})

test('a session that was closed refuses what nothing would store, and changes nothing', async () => {
  await createRoot(async (dispose) => {
    const { sessions, id } = await makePage()
    const session = sessions.open(id)
    await ready(session)
    rename(session, 'Renamed')
    await session.close()
    expect(session.undo()).toEqual({ refused: 'closed' })
    expect(rename(session, 'Too late')).toEqual({ refused: 'closed' })
    expect(session.model.project().meta.name).toBe('Renamed')
    dispose()
  })
})

test('F1: a session that is still loading is not taken for its project', async () => {
  await createRoot(async (dispose) => {
    const { sessions, id } = await makePage()
    const session = sessions.open(id)
    expect(sessions.find(id)).toBeUndefined()
    await ready(session)
    expect(sessions.find(id)?.model).toBe(session.model)
    await session.close()
    dispose()
  })
})

test('a project of which a part cannot be read has nothing unsaved while its edits are saved', async () => {
  await createRoot(async (dispose) => {
    const { sessions, id, database } = await makePage()
    await database.journal.add({ project: id, update: new Uint8Array([1, 1, 1, 1, 255, 255]), at: 0 })
    const session = sessions.open(id)
    await ready(session)
    rename(session, 'Renamed')
    await session.flush()
    expect(session.saving()).toMatchObject({ state: 'failed', fault: { kind: 'corrupt' } })
    expect(sessions.unsaved()).toBe(false)
    heal = fillDisk()
    rename(session, 'Renamed on a full disk')
    await session.flush()
    expect(sessions.unsaved()).toBe(true)
    heal()
    await session.flush()
    expect(sessions.unsaved()).toBe(false)
    await session.close()
    dispose()
  })
})

test('F1: an open project of which a part cannot be read is exported with the rest, and named as such', async () => {
  await createRoot(async (dispose) => {
    const { sessions, id, database, parts } = await makePage()
    await database.journal.add({ project: id, update: new Uint8Array([1, 1, 1, 1, 255, 255]), at: 0 })
    const session = sessions.open(id)
    await ready(session)
    const inPart = { left: [{ id, fault: { kind: 'corrupt' }, partly: true }] }
    await expect(exportBackup([id], parts)).resolves.toMatchObject(inPart)
    // What keeps a later edit from being saved takes the place of that fault on screen, and the edit is in the file.
    heal = fillDisk()
    rename(session, 'Renamed')
    await expect(session.flush()).resolves.toMatchObject({ fault: { kind: 'quota' } })
    const report = await exportBackup([id], parts)
    expect(report).toMatchObject(inPart)
    expect(await (report as { file: File }).file.text()).toContain('Renamed')
    heal()
    await session.flush()
    await session.close()
    dispose()
  })
})
