/**
 * Draws the PNG icons in public/icons from their SVG sources: `node tests/support/drawIcons.ts`.
 * The PNGs are committed; run this again after changing a source.
 */
import { readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { chromium } from '@playwright/test'
import { findBrowser } from './browser.ts'

const icons = resolve(import.meta.dirname, '../../public/icons')

const drawings = [
  { source: 'mark.svg', name: 'icon-192.png', size: 192 },
  { source: 'mark.svg', name: 'icon-512.png', size: 512 },
  { source: 'mark-maskable.svg', name: 'maskable-512.png', size: 512 },
  // iOS cuts its own corners and shows transparency as black, so it gets the drawing that fills the square.
  { source: 'mark-maskable.svg', name: 'apple-touch-icon.png', size: 180 },
]

const { executablePath, args } = findBrowser()
const browser = await chromium.launch({ executablePath, args: [...args] })
for (const { source, name, size } of drawings) {
  const page = await browser.newPage({ viewport: { width: size, height: size } })
  const svg = readFileSync(join(icons, source), 'utf8')
  await page.setContent(`<style>*{margin:0}svg{display:block;width:${size}px;height:${size}px}</style>${svg}`)
  await page.screenshot({ path: join(icons, name), omitBackground: true })
  await page.close()
}
await browser.close()
