import { BUDGET, initialFiles, sizeOf } from '../support/initial-load.ts'
import type { Lab } from './lab.ts'
import { kilobytes, type Row } from './report.ts'

/** What the app's first load weighs, and how much of it are the libraries. */
export async function measureSize(lab: Lab): Promise<Row[]> {
  const app = sizeOf(initialFiles(lab.dist))
  const libraries = sizeOf(initialFiles(await lab.baseline('libraries')))
  return [
    {
      what: 'Initial JS and CSS, gzip',
      figure: kilobytes(app),
      goal: { text: `at most ${kilobytes(BUDGET)}`, met: app <= BUDGET },
      note: `of it a page of the libraries alone: ${kilobytes(libraries)}`,
    },
  ]
}
