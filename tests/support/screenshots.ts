/**
 * Takes the pictures the manifest and the README show, from the running app: `npm run screenshots`.
 * They are committed; run this again when the look changes.
 */
import { createServer } from 'node:http'
import { resolve } from 'node:path'
import { chromium } from '@playwright/test'
import { build } from '../../src/relay/build.ts'
import { readFiles } from '../../src/relay/files.ts'
import { listen, stop } from '../../src/relay/listen.ts'
import { makeStaticHandler } from '../../src/relay/static.ts'
import { findBrowser } from './browser.ts'
import { desktop, phone } from './playwright.ts'

const root = resolve(import.meta.dirname, '../..')
const folder = resolve(root, 'public/screenshots')

if (!(await build(root))) throw new Error('The app could not be built')
const server = createServer(makeStaticHandler(readFiles(resolve(root, 'dist'))))
const outcome = await listen(server, { port: 0, host: '127.0.0.1' })
if ('refused' in outcome) throw new Error(outcome.refused)

const { executablePath, args } = findBrowser()
const browser = await chromium.launch({ executablePath, args: [...args] })
for (const [name, screen] of Object.entries({ phone, desktop })) {
  const page = await browser.newPage({ ...screen, colorScheme: 'light', reducedMotion: 'reduce' })
  await page.goto(outcome.url)
  await page.getByRole('button', { name: 'Open an example' }).click()
  await page.getByRole('checkbox').first().waitFor()
  await page.getByRole('status', { name: 'Saving' }).filter({ hasText: 'Saved on this device' }).waitFor()
  // Away from the row where the button was, which would show that something points at it.
  await page.mouse.move(0, 0)
  await page.screenshot({ path: resolve(folder, `${name}.png`) })
  await page.close()
}
await browser.close()
await stop(server)
