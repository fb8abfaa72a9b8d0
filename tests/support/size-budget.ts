/**
 * Measures what index.html loads before anyone can touch the app: its scripts, what those import statically, and
 * its styles, compressed with gzip. Prints the number, and fails when it is over the budget. Run after a build.
 */
import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { gzipSync } from 'node:zlib'

const budget = 110_000
const dist = resolve(import.meta.dirname, '../../dist')

/** The scripts and styles a page names; the build lists static imports there as modulepreload. */
function filesOf(html: string): string[] {
  const tags = html.match(/<(?:script|link)\b[^>]*>/g) ?? []
  const addresses = tags.map((tag) => /\b(?:src|href)="([^"]+\.(?:js|css))"/.exec(tag)?.[1])
  return addresses.filter((address) => address !== undefined)
}

const files = filesOf(readFileSync(resolve(dist, 'index.html'), 'utf8'))
const sizes = files.map((file) => gzipSync(readFileSync(resolve(dist, `.${file}`)), { level: 9 }).byteLength)
const total = sizes.reduce((sum, size) => sum + size, 0)

for (const [index, file] of files.entries()) console.log(`${kilobytes(sizes[index] ?? 0)}  ${file}`)
console.log(`${kilobytes(total)}  initial JS and CSS, gzip, of ${kilobytes(budget).trim()} allowed`)
if (files.length === 0 || total > budget) {
  console.error(files.length === 0 ? 'index.html names no script.' : 'The initial load is over its budget.')
  process.exitCode = 1
}

function kilobytes(bytes: number): string {
  return `${(bytes / 1000).toFixed(1).padStart(6)} KB`
}
