// @vitest-environment happy-dom
import { createRoot } from 'solid-js'
import { expect, test } from 'vitest'
import type { Backups } from '../../src/session/backup.ts'
import { type App, AppProvider } from '../../src/ui/app.ts'
import { createExport } from '../../src/ui/controls/createExport.ts'
import { backup } from '../../src/ui/text/en/backup.ts'

/** Exports everything where making a file ends like this; gives what was said of it. */
async function said(exportBackup: Backups['exportBackup']): Promise<unknown[]> {
  const words: unknown[] = []
  const app = { backups: { exportBackup } } as App
  let exportAll = async () => {}
  createRoot(() =>
    AppProvider({
      value: app,
      get children() {
        const run = createExport((...all) => words.push(all), 'No file')
        exportAll = () => run('all')
        return null
      },
    }),
  )
  await exportAll()
  return words
}

test('a refused export says why in the words of the refusal', async () => {
  expect(await said(async () => ({ refused: 'empty' }))).toEqual([[backup.exportRefusals.empty, 'problem']])
})

test('an export whose code or storage threw says that it failed', async () => {
  expect(await said(() => Promise.reject(new Error('gone')))).toEqual([['No file', 'problem']])
})
