/**
 * Prints the size of the first load of each page people arrive at, and fails when one is over the budget. Run after a
 * build.
 */
import { resolve } from 'node:path'
import { BUDGET, initialFiles, PAGES, sizeOf } from './initialLoad.ts'

const dist = resolve(import.meta.dirname, '../../dist')

for (const [page, chunks] of Object.entries(PAGES)) {
  const files = initialFiles(dist, chunks)
  const total = sizeOf(files)
  for (const { address, size } of files) if (size > 2_000) console.log(`${kilobytes(size)}  ${address}`)
  console.log(
    `${kilobytes(total)}  initial JS and CSS of ${page}, gzip, of ${kilobytes(BUDGET).trim()} allowed`,
  )
  if (total <= BUDGET) continue
  console.error(`The first load of ${page} is over its budget.`)
  process.exitCode = 1
}

function kilobytes(bytes: number): string {
  return `${(bytes / 1000).toFixed(1).padStart(6)} KB`
}
