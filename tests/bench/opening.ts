import type { Page } from '@playwright/test'
import { importProjects, makeBigProject } from '../support/bigProject.ts'
import { type Lab, openPhone } from './lab.ts'
import { openFromHome } from './painted.ts'
import { kilobytes, ms, type Row, times } from './report.ts'
import { median, ratio } from './statistics.ts'

const LINES = 9
const TICKS = [0, 5000, 50_000]
const ROUNDS = 11

/** From a tap on a project in the list to its lines on screen, after a short and a long life, in turn. */
export async function measureOpening(lab: Lab): Promise<Row[]> {
  const site = await lab.serve(lab.dist)
  const { context, page } = await openPhone(lab.profile(), site.url)
  const projects = TICKS.map((ticks) =>
    makeBigProject({ id: `after-${ticks}`, name: `After ${ticks} ticks`, lines: LINES, ticks }),
  )
  await importProjects(page, projects)
  await page.goto('/')
  // What was imported waits in the journal until a visit settled it into the document's own database. Later visits, which
  // are nearly all there are, find it there.
  for (let visits = 0; (await journalRows(page)) > 0; visits++) {
    if (visits === 10) throw new Error('The journal is not pruned after ten visits')
    for (const { project } of projects) await openFromHome(page, project.id, [LINES])
  }
  const taken: number[][] = TICKS.map(() => [])
  for (let round = 0; round < ROUNDS; round++) {
    for (const [index, { project }] of projects.entries()) {
      taken[index]?.push(...(await openFromHome(page, project.id, [LINES])))
    }
  }
  await context.close()
  return TICKS.map((ticks, index): Row => {
    const [none = [], these = []] = [taken[0], taken[index]]
    const grown = ratio(these, none)
    return {
      what: `Opening ${LINES} lines after ${ticks} ticks`,
      figure: ticks === 0 ? ms(median(these)) : `${ms(median(these))}, ${times(grown)}`,
      ...(ticks === TICKS.at(-1) ? { goal: { text: 'at most 3 x', met: grown <= 3 } } : {}),
      note: `${ROUNDS} openings from the list; document of ${kilobytes(projects[index]?.update.length ?? 0)}`,
    }
  })
}

/** Edits that no stored document was yet seen to contain, of all projects on the device. */
function journalRows(page: Page): Promise<number> {
  return page.evaluate(
    () =>
      new Promise<number>((resolve, reject) => {
        const opening = indexedDB.open('rollcall')
        opening.onerror = () => reject(opening.error)
        opening.onsuccess = () => {
          const counting = opening.result.transaction('journal').objectStore('journal').count()
          counting.onerror = () => reject(counting.error)
          counting.onsuccess = () => {
            opening.result.close()
            resolve(counting.result)
          }
        }
      }),
  )
}
