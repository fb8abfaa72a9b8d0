import { readFile } from 'node:fs/promises'
import { expect, type Locator, type Page } from '@playwright/test'
import { Screen } from './screen.ts'

/** A backup file as it was downloaded. */
export interface BackupFile {
  readonly name: string
  readonly text: string
  /** What it holds. */
  readonly projects: readonly {
    readonly id: string
    readonly me: string
    readonly readable: unknown
    readonly update: string
  }[]
}

/** What a file is restored from: text of any kind, bytes, or the path of a file on the disk. */
export type Restored = string | Buffer | { readonly path: string }

/** Making backups and taking them in, on the screen of settings. */
export class BackupScreen extends Screen {
  async open(): Promise<void> {
    await this.page.goto('/settings')
    await expect(this.page.getByRole('heading', { name: 'Backup' })).toBeVisible()
  }

  async exportAll(): Promise<BackupFile> {
    return downloaded(this.page, () => this.pressButton('Export everything'))
  }

  /** Opens the dialog and hands it a file, without waiting for what comes of it. */
  async begin(file: Restored): Promise<Locator> {
    const dialog = this.dialog('Restore a backup')
    if (!(await dialog.isVisible())) await this.pressButton('Restore from a file')
    const content =
      typeof file === 'object' && 'path' in file
        ? file.path
        : { name: 'backup.json', mimeType: 'application/json', buffer: Buffer.from(file) }
    await dialog.locator('input[type=file]').setInputFiles(content)
    return dialog
  }

  /** Restores a file and gives what the dialog says of each project and template. */
  async restore(file: Restored): Promise<string[]> {
    const dialog = await this.begin(file)
    const done = dialog.getByRole('button', { name: 'Done' })
    await expect(done).toBeVisible()
    const said = await dialog.getByRole('listitem').allInnerTexts()
    const title = await dialog.locator('.import-title').allTextContents()
    await this.press(done)
    return [...title, ...said.map((text) => text.replace(/\s*\n\s*/g, ': '))]
  }

  /** Hands over a file that is refused, and gives the reason. */
  async refusal(file: Restored): Promise<string> {
    const dialog = await this.begin(file)
    const banner = dialog.getByText('Nothing was restored, and nothing was changed')
    await expect(banner).toBeVisible({ timeout: 40_000 })
    const [text = ''] = await dialog.locator('.banner').allTextContents()
    await this.page.keyboard.press('Escape')
    await expect(dialog).toBeHidden()
    return text
  }
}

/** The backup that a press downloads. */
export async function downloaded(page: Page, press: () => Promise<void>): Promise<BackupFile> {
  const download = page.waitForEvent('download')
  await press()
  const file = await download
  const text = await readFile(await file.path(), 'utf8')
  return { name: file.suggestedFilename(), text, projects: JSON.parse(text).projects }
}

/** Removes everything a page's origin has stored, as clearing the site's data does. */
export async function eraseDevice(page: Page): Promise<void> {
  const { origin } = new URL(page.url())
  const devtools = await page.context().newCDPSession(page)
  await page.goto('about:blank')
  await devtools.send('Storage.clearDataForOrigin', { origin, storageTypes: 'all' })
  await devtools.detach()
}
