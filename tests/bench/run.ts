/**
 * `npm run bench`: measures the built app and prints one table of goals and figures. `npm run bench -- tap size` does
 * only those rows. A missed goal is a result; it fails only where it could not measure.
 */
import { availableParallelism, cpus, totalmem } from 'node:os'
import { chromium } from '@playwright/test'
import { findBrowser } from '../support/browser.ts'
import { measureColdStart } from './coldStart.ts'
import { type Lab, openLab } from './lab.ts'
import { measureManyLines } from './manyLines.ts'
import { measureOpening } from './opening.ts'
import { type Row, table } from './report.ts'
import { measureSize } from './size.ts'
import { measureTap } from './tap.ts'

const measurements: Readonly<Record<string, (lab: Lab) => Promise<Row[]>>> = {
  size: measureSize,
  start: measureColdStart,
  tap: measureTap,
  opening: measureOpening,
  lines: measureManyLines,
}

async function run(names: readonly string[]): Promise<void> {
  const chosen = names.length > 0 ? names : Object.keys(measurements)
  const unknown = chosen.filter((name) => !Object.hasOwn(measurements, name))
  if (unknown.length > 0)
    throw new Error(`No ${unknown.join(', ')}; there is ${Object.keys(measurements).join(', ')}.`)
  const machine = await describeMachine()
  const lab = await openLab()
  const rows: Row[] = []
  try {
    for (const name of chosen) {
      const began = performance.now()
      rows.push(...((await measurements[name]?.(lab)) ?? []))
      console.error(`${name}: measured in ${((performance.now() - began) / 1000).toFixed(0)} s`)
    }
  } finally {
    await lab.close()
  }
  console.log(`\n${machine}\n\n${table(rows)}`)
}

async function describeMachine(): Promise<string> {
  const { executablePath, args } = findBrowser()
  const browser = await chromium.launch({ executablePath, args: [...args] })
  const version = browser.version()
  await browser.close()
  const memory = `${Math.round(totalmem() / 2 ** 30)} GiB`
  return `${availableParallelism()} cores of ${cpus()[0]?.model.trim()}, ${memory}; Chromium ${version}, headless; ${process.platform}, Node ${process.version}`
}

try {
  await run(process.argv.slice(2))
} catch (error) {
  console.error('It could not be measured:', error)
  process.exitCode = 1
}
