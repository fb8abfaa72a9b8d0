/**
 * Prints the size of the app's first load, and fails when it is over the budget. Run after a build.
 */
import { resolve } from 'node:path'
import { BUDGET, initialFiles, sizeOf } from './initial-load.ts'

const files = initialFiles(resolve(import.meta.dirname, '../../dist'))
const total = sizeOf(files)

for (const { address, size } of files) console.log(`${kilobytes(size)}  ${address}`)
console.log(`${kilobytes(total)}  initial JS and CSS, gzip, of ${kilobytes(BUDGET).trim()} allowed`)
if (total > BUDGET) {
  console.error('The initial load is over its budget.')
  process.exitCode = 1
}

function kilobytes(bytes: number): string {
  return `${(bytes / 1000).toFixed(1).padStart(6)} KB`
}
