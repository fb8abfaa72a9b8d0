import type { Page } from '@playwright/test'
import { createProject, savedOnDevice } from '../support/project.ts'
import { atRest, type Lab, openPhone, SLOWED, slowDown } from './lab.ts'
import { LINE, paintedAt, watchPainted } from './painted.ts'
import { ms, type Row, times } from './report.ts'
import { median, ratio } from './statistics.ts'

const ROUNDS = 7
const LINES = 9

/** A page that opens offline, and what is on screen when it is there. */
interface Subject {
  readonly profile: string
  readonly url: string
  readonly selector: string
  readonly count: number
}

/**
 * From nothing to lines on screen, offline: a browser that was closed opens a project's page with no server behind it,
 * and beside it the two baseline pages in the same way, in turn.
 */
export async function measureColdStart(lab: Lab): Promise<Row[]> {
  const app = await visitOnce(lab, lab.dist, { selector: LINE, count: LINES }, async (page) => {
    const url = await createProject(page, 'Cold start')
    await savedOnDevice(page)
    return url
  })
  const heading = { selector: 'h1', count: 1 }
  const libraries = await visitOnce(lab, await lab.baseline('libraries'), heading)
  const empty = await visitOnce(lab, await lab.baseline('empty'), heading)

  const taken = { app: [] as number[], libraries: [] as number[], empty: [] as number[] }
  for (let round = 0; round < ROUNDS; round++) {
    taken.app.push(await start(app))
    taken.libraries.push(await start(libraries))
    taken.empty.push(await start(empty))
  }
  const toLibraries = ratio(taken.app, taken.libraries)
  return [
    {
      what: `Offline cold start to ${LINES} lines, CPU slowed ${SLOWED}x`,
      figure: ms(median(taken.app)),
      note: `${ROUNDS} rounds; libraries alone ${ms(median(taken.libraries))}, empty page ${ms(median(taken.empty))}`,
    },
    {
      what: '… to a page of the same libraries and worker',
      figure: times(toLibraries),
      goal: { text: 'at most 1.5 x', met: toLibraries <= 1.5 },
      note: 'median of pairs',
    },
    {
      what: '… to an empty Solid page',
      figure: times(ratio(taken.app, taken.empty)),
      note: 'median of pairs',
    },
  ]
}

/** The one visit with a network; afterwards the server is gone. `prepare` gives the address to open from then on. */
async function visitOnce(
  lab: Lab,
  folder: string,
  shown: Pick<Subject, 'selector' | 'count'>,
  prepare = async (page: Page): Promise<string> => page.url(),
): Promise<Subject> {
  const profile = lab.profile()
  const site = await lab.serve(folder)
  const { context, page } = await openPhone(profile, site.url)
  await page.goto('/')
  const url = await prepare(page)
  await page.evaluate(async () => {
    await navigator.serviceWorker.ready
  })
  await context.close()
  await site.stop()
  return { profile, url, ...shown }
}

/** One start of the browser and the page; gives the milliseconds from the navigation to what is shown. */
async function start({ profile, url, selector, count }: Subject): Promise<number> {
  const { context, page } = await openPhone(profile, url)
  await atRest(context)
  await slowDown(page, SLOWED)
  await watchPainted(page, selector, [count])
  await page.goto(url, { waitUntil: 'commit' })
  const at = await paintedAt(page, count)
  await context.close()
  return at
}
