import { BUDGET, initialFiles, PAGES, sizeOf } from '../support/initialLoad.ts'
import type { Lab } from './lab.ts'
import { kilobytes, type Row } from './report.ts'

/** What each page loads before it can be used, and how much of it a page of the libraries alone would. */
export async function measureSize(lab: Lab): Promise<Row[]> {
  const libraries = sizeOf(initialFiles(await lab.baseline('libraries')))
  return Object.entries(PAGES).map(([page, chunks]) => {
    const size = sizeOf(initialFiles(lab.dist, chunks))
    return {
      what: `Initial JS and CSS of ${page}, gzip`,
      figure: kilobytes(size),
      goal: { text: `at most ${kilobytes(BUDGET)}`, met: size <= BUDGET },
      note: `a page of all the libraries: ${kilobytes(libraries)}`,
    }
  })
}
