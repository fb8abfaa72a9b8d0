import { truncate, writeFile } from 'node:fs/promises'
import type { Page } from '@playwright/test'
import { applyUpdate, type Doc, encodeStateAsUpdate, encodeStateAsUpdateV2 } from 'yjs'
import { apply, makeDocument } from '../../src/document/document.ts'
import { openNote } from '../../src/document/note.ts'
import { readAll } from '../../src/document/read.ts'
import type { Project } from '../../src/domain/model.ts'
import { toBase64 } from '../../src/exchange/backup/base64.ts'
import { slowUpdate, swellingUpdate } from '../support/hostileUpdates.ts'
import { BackupScreen, downloaded, eraseDevice, type Restored } from '../support/screens/backup.ts'
import { EXAMPLE, LINES } from '../support/screens/project.ts'
import { expect, test } from '../support/screens/test.ts'

// Rules F1 to F10 are those of docs/BACKUP.md.

test('F9: what is exported, erased and restored is the same, and goes on as the same person', async ({
  page,
  hasTouch,
  home,
  example,
}) => {
  const details = await example.line(LINES.desk).open()
  await details.write('Note', 'Ask for the desk’s hours 👍')
  await details.close()
  await example.saved()
  const backup = new BackupScreen(page, hasTouch)
  await backup.open()
  const before = await backup.exportAll()
  expect(before.text).toContain('Ask for the desk’s hours 👍')

  await eraseDevice(page)
  await home.open()
  await expect(home.card(EXAMPLE)).toHaveCount(0)
  await backup.open()
  expect(await backup.restore(before.text)).toEqual(['Restored', `${EXAMPLE}: added`])
  expect((await backup.exportAll()).projects).toEqual(before.projects)
  await home.open()
  const project = await home.openCard(EXAMPLE)
  await project.line(LINES.desk).tick()
  await project.line(LINES.desk).is('true')
})

test('F9: restoring twice doubles nothing, and says so', async ({ page, hasTouch, home, example }) => {
  const details = await example.line(LINES.desk).open()
  await details.write('Note', 'Once')
  await details.close()
  await example.saved()
  const backup = new BackupScreen(page, hasTouch)
  await backup.open()
  const file = await backup.exportAll()
  for (const _ of [1, 2]) {
    const [title] = await backup.restore(file.text)
    expect(title).toBe('Everything in this file is here already.')
  }
  await home.open()
  await expect(home.card(EXAMPLE)).toHaveCount(1)
  const again = await (await home.openCard(EXAMPLE)).line(LINES.desk).open()
  await expect(again.field('Note')).toHaveValue('Once')
})

test('F9: a file merges with what went on here, also in a tab that has the project open', async ({
  page,
  hasTouch,
  example,
}) => {
  const file = await downloaded(page, () => example.fromMenu('Export a backup'))
  expect(file.projects).toHaveLength(1)
  const elsewhere = edited(file.text, (doc, project) => {
    const [line] = [...project.lines.values()].filter(({ text }) => text.startsWith(LINES.production))
    if (!line) throw new Error(`The example has no line “${LINES.production}”`)
    openNote(doc, line.id).write('Written elsewhere')
    apply(doc, [
      { noun: 'line', id: line.id, field: 'text', before: line.text, after: 'Confirmed elsewhere' },
    ])
  })
  await example.line(LINES.desk).tick()
  const tab = await example.secondTab()

  const backup = new BackupScreen(page, hasTouch)
  await backup.open()
  expect(await backup.restore(elsewhere)).toEqual(['Restored', `${EXAMPLE}: merged with what was here`])
  const details = await tab.line('Confirmed elsewhere').open()
  await expect(details.field('Note')).toHaveValue('Written elsewhere')
  await details.close()
  await tab.line(LINES.desk).is('true')
  await tab.reload()
  await tab.line(LINES.desk).is('true')
  await expect(tab.line('Confirmed elsewhere').row).toBeVisible()
})

test.describe('once it was visited', () => {
  test.use({ serviceWorkers: 'allow' })

  test('a backup is restored with no network', async ({ page, context, hasTouch, home, example }) => {
    const file = await downloaded(page, () => example.fromMenu('Export a backup'))
    await page.evaluate(() => navigator.serviceWorker.ready)
    await context.setOffline(true)
    await home.open()
    await home.chooseFor(EXAMPLE, 'Delete')
    await expect(home.card(EXAMPLE)).toHaveCount(0)
    const backup = new BackupScreen(page, hasTouch)
    await backup.open()
    expect(await backup.restore(file.text)).toEqual(['Restored', `${EXAMPLE}: added`])
  })
})

test('F6: broken, foreign, oversized and hostile files are refused in words, and change nothing', async ({
  page,
  hasTouch,
  example,
}) => {
  test.setTimeout(90_000)
  await example.saved()
  const backup = new BackupScreen(page, hasTouch)
  await backup.open()
  const before = await backup.exportAll()
  const whole = before.text
  const [project] = before.projects
  const withUpdate = (update: Uint8Array) =>
    JSON.stringify({ ...JSON.parse(whole), projects: [project, { id: 'p2', update: toBase64(update) }] })
  const path = test.info().outputPath('hundred-megabytes.json')
  await writeFile(path, '')
  await truncate(path, 100 * 1024 * 1024)

  const refused: [Restored, RegExp][] = [
    ['', /This file is not a backup/],
    [Buffer.from(new Uint8Array(1000).fill(0xff)), /This file is not a backup/],
    [whole.slice(0, whole.length / 2), /cut off/],
    ['{"type":"FeatureCollection","features":[]}', /not a backup of Rollcall/],
    ['{"__proto__":{"format":"rollcall-backup","version":1,"projects":[]}}', /not a backup of Rollcall/],
    [whole.replace('"version": 1', '"version": 2'), /newer version/],
    [{ path }, /too large/],
    ['['.repeat(10_000_000), /nested more deeply/],
    [`[${'[],'.repeat(5_000_000)}[]]`, /holds more than any backup/],
    [whole.replace('"update": "', '"update": "!'), /damaged at “projects.0.update”/],
    [withUpdate(Uint8Array.of(1, 2, 3)), /damaged at “projects.1.update”/],
    [withUpdate(encodeStateAsUpdateV2(documentOf(whole).doc)), /damaged at “projects.1.update”/],
    [withUpdate(swellingUpdate(300_000)), /damaged at “projects.1.update”/],
  ]
  for (const [file, reason] of refused) expect(await backup.refusal(file)).toMatch(reason)
  expect((await backup.exportAll()).projects).toEqual(before.projects)
})

test('F3: a file whose objects hold `__proto__` and `constructor` is restored as if they were not there', async ({
  page,
  hasTouch,
  example,
}) => {
  const file = await downloaded(page, () => example.fromMenu('Export a backup'))
  const evil = '"__proto__":{"polluted":true},"constructor":{"prototype":{"polluted":true}},'
  const backup = new BackupScreen(page, hasTouch)
  await backup.open()
  const [title] = await backup.restore(file.text.replaceAll(/\{(?=\s*")/g, `{${evil}`))
  expect(title).toBe('Everything in this file is here already.')
  expect(await page.evaluate(() => 'polluted' in {})).toBe(false)
})

test('F7: an update made to be decoded for ever can be cancelled at once', async ({ page, hasTouch }) => {
  const backup = new BackupScreen(page, hasTouch)
  await backup.open()
  const dialog = await backup.begin(slowFile())
  await expect(dialog.getByText('Checked 0 of 1 projects')).toBeVisible()
  await backup.pressButton('Cancel', dialog)
  await expect(dialog.getByRole('button', { name: 'Choose a file' })).toBeVisible()
})

test('F7: an update made to be decoded for ever is given up after 20 seconds', async ({ page, hasTouch }) => {
  test.setTimeout(90_000)
  const backup = new BackupScreen(page, hasTouch)
  await backup.open()
  expect(await backup.refusal(slowFile())).toContain('took too long')
  await backup.pressButton('Export everything')
  await expect(backup.toast('There is nothing to back up yet')).toBeVisible()
})

/** A backup with one project whose update takes minutes to decode. */
function slowFile(): string {
  const projects = [{ id: 'slow', update: toBase64(slowUpdate()) }]
  return JSON.stringify({ format: 'rollcall-backup', version: 1, projects })
}

/** The document of a file's first project. */
function documentOf(file: string): { id: string; doc: Doc } {
  const doc = makeDocument()
  const [{ id, update }] = JSON.parse(file).projects
  applyUpdate(doc, Buffer.from(update, 'base64'))
  return { id, doc }
}

/** A file as it would be had its first project gone on elsewhere. */
function edited(file: string, edit: (doc: Doc, project: Project) => void): string {
  const { id, doc } = documentOf(file)
  edit(doc, readAll(doc, id))
  const contents = JSON.parse(file)
  contents.projects[0].update = toBase64(encodeStateAsUpdate(doc))
  return JSON.stringify(contents)
}

test('F1: of a project that cannot be read as a whole, each export says that it holds a part', async ({
  page,
  example,
}) => {
  await spoilJournal(page, example.id)
  await page.reload()
  await expect(page.getByRole('alert')).toContainText('cannot be read. Keep a file of the rest')
  const inPart = page.getByText(`Only the readable part of: ${EXAMPLE}.`)
  await downloaded(page, () => example.pressButton('Keep a file'))
  await expect(inPart).toBeVisible()
  await example.dismissToasts()
  await expect(inPart).toHaveCount(0)
  await downloaded(page, () => example.fromMenu('Export a backup'))
  await expect(inPart).toBeVisible()
})

/** Puts an edit that nobody can read where those of a project wait, as a disk that lost some bytes leaves it. */
function spoilJournal(page: Page, project: string): Promise<void> {
  return page.evaluate(async (project) => {
    const opening = indexedDB.open('rollcall')
    await new Promise((resolve) => {
      opening.onsuccess = resolve
    })
    const writing = opening.result.transaction('journal', 'readwrite')
    writing.objectStore('journal').add({ project, update: new Uint8Array([1, 1, 1, 1, 255, 255]), at: 0 })
    await new Promise((resolve) => {
      writing.oncomplete = resolve
    })
    opening.result.close()
  }, project)
}
