import type { CDPSession, Page } from '@playwright/test'
import { importProjects, makeBigProject } from '../support/bigProject.ts'
import { savedOnDevice } from '../support/project.ts'
import { type Lab, openPhone, SLOWED } from './lab.ts'
import { LINE, paintedAt, watchPainted } from './painted.ts'
import { ms, type Row, times } from './report.ts'
import { median, percentile, ratio } from './statistics.ts'
import { aim, clockTaps, lastTap, shownDurations } from './tapClock.ts'

const SIZES = [9, 500, 5000]
const ROUNDS = 4
/** Taps of a round, each on another line; all rounds together are at least 30. */
const TAPS = 9
/** A person's pauses before a tap, in milliseconds: what the app puts off until it is idle can get in the way of the next tap. */
const PAUSES = [0, 150, 300, 450, 600]

/** The taps of one project, in milliseconds, by round. */
interface Taken {
  readonly lines: number
  /** To the end of the work on the frame with the tick. */
  readonly frames: number[][]
  /** As the browser's Event Timing tells it. */
  readonly shown: number[]
}

/** From a finger leaving the screen to the frame with the tick, for projects of each size in turn; see tapClock.ts. */
export async function measureTap(lab: Lab): Promise<Row[]> {
  const site = await lab.serve(lab.dist)
  const { context, page } = await openPhone(lab.profile(), site.url)
  await importProjects(
    page,
    SIZES.map((lines) => makeBigProject({ id: idOf(lines), name: `Tap ${lines}`, lines })),
  )
  await watchPainted(page, LINE, SIZES)
  const client = await context.newCDPSession(page)
  const all: Taken[] = SIZES.map((lines) => ({ lines, frames: [], shown: [] }))
  for (let round = 0; round < ROUNDS; round++) {
    for (const taken of all) await tapRound(page, client, taken, round)
  }
  await context.close()
  return rowsOf(all)
}

const idOf = (lines: number): string => `tap-${lines}`

async function tapRound(page: Page, client: CDPSession, taken: Taken, round: number): Promise<void> {
  const { lines, frames, shown } = taken
  await page.goto(`/p/${idOf(lines)}`)
  await paintedAt(page, lines)
  await clockTaps(page)
  await client.send('Emulation.setCPUThrottlingRate', { rate: SLOWED })
  const measured: number[] = []
  for (let tap = 0; tap < TAPS; tap++) {
    const place = Math.floor((tap * lines) / TAPS) + (lines > TAPS ? round : 0)
    const point = await aim(page, place, PAUSES[tap % PAUSES.length] ?? 0)
    await client.send('Input.dispatchTouchEvent', { type: 'touchStart', touchPoints: [point] })
    await client.send('Input.dispatchTouchEvent', { type: 'touchEnd', touchPoints: [] })
    measured.push(await lastTap(page))
    await savedOnDevice(page)
  }
  frames.push(measured)
  const told = await shownDurations(page)
  // Browsers leave out what took less than 16 ms.
  shown.push(...told, ...Array.from({ length: TAPS - told.length }, () => 16))
  await client.send('Emulation.setCPUThrottlingRate', { rate: 1 })
}

function rowsOf(all: readonly Taken[]): Row[] {
  const rows = all.map(({ lines, frames, shown }): Row => {
    const taps = frames.flat()
    const p95 = percentile(taps, 0.95)
    return {
      what: `Tap to painted tick, ${lines} lines, CPU slowed ${SLOWED}x`,
      figure: `p50 ${ms(median(taps))}, p95 ${ms(p95)}`,
      goal: { text: 'p95 within 50 ms', met: p95 <= 50 },
      note: `${taps.length} taps; Event Timing p50 ${median(shown)} ms, p95 ${percentile(shown, 0.95)} ms`,
    }
  })
  const [few, many] = [all[0], all.at(-1)].map((taken) => taken?.frames ?? [])
  const middles = ratio((many ?? []).map(median), (few ?? []).map(median))
  const tails = percentile((many ?? []).flat(), 0.95) / percentile((few ?? []).flat(), 0.95)
  rows.push({
    what: `… with ${all.at(-1)?.lines} lines to with ${all[0]?.lines}`,
    figure: times(middles),
    goal: { text: 'at most 1.3 x', met: middles <= 1.3 },
    note: `median of ${ROUNDS} rounds' ratios of medians; of p95 ${times(tails)}`,
  })
  return rows
}
