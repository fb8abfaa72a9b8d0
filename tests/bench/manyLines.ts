import { importProjects, makeBigProject } from '../support/bigProject.ts'
import { type Lab, openPhone, SLOWED } from './lab.ts'
import { LINE, openFromHome, paintedAt, watchPainted } from './painted.ts'
import { megabytes, ms, type Row } from './report.ts'
import { median } from './statistics.ts'

const LINES = 5000
const FEW = 9
const ROUNDS = 5

/**
 * What it costs that all lines are there for screen readers and the browser's search, instead of only those on screen:
 * the time until the first lines can be read and until all are there, and the memory they take.
 */
export async function measureManyLines(lab: Lab): Promise<Row[]> {
  const site = await lab.serve(lab.dist)
  const { context, page } = await openPhone(lab.profile(), site.url)
  const client = await context.newCDPSession(page)
  await importProjects(
    page,
    [FEW, LINES].map((lines) => makeBigProject({ id: `lines-${lines}`, name: `Lines ${lines}`, lines })),
  )
  await page.goto('/')
  await openFromHome(page, `lines-${LINES}`, [LINES])

  const first: number[] = []
  const all: number[] = []
  const few: number[] = []
  await client.send('Emulation.setCPUThrottlingRate', { rate: SLOWED })
  for (let round = 0; round < ROUNDS; round++) {
    const [some = Number.NaN, every = Number.NaN] = await openFromHome(page, `lines-${LINES}`, [FEW, LINES])
    first.push(some)
    all.push(every)
    few.push(...(await openFromHome(page, `lines-${FEW}`, [FEW])))
  }
  await client.send('Emulation.setCPUThrottlingRate', { rate: 1 })

  /** Bytes in use after what is not needed any more was collected, on a page that was loaded for it. */
  async function memoryOf(lines: number): Promise<{ script: number; dom: number }> {
    await page.goto(`/p/lines-${lines}`)
    await paintedAt(page, lines)
    // Twice: what the first finds unreachable can hold the last reference to more.
    await client.send('HeapProfiler.collectGarbage')
    await client.send('HeapProfiler.collectGarbage')
    const { usedSize, embedderHeapUsedSize, backingStorageSize } = await client.send('Runtime.getHeapUsage')
    return { script: usedSize + backingStorageSize, dom: embedderHeapUsedSize }
  }
  await watchPainted(page, LINE, [FEW, LINES])
  const small = await memoryOf(FEW)
  const large = await memoryOf(LINES)
  await context.close()

  return [
    {
      what: `Opening ${LINES} lines to the first on screen, CPU slowed ${SLOWED}x`,
      figure: ms(median(first)),
      note: `${ROUNDS} openings from the list; of ${FEW} lines ${ms(median(few))}`,
    },
    {
      what: '… to all of them there',
      figure: ms(median(all)),
      note: 'in portions while the page is idle; none is virtualised',
    },
    {
      what: `Memory with ${LINES} lines, after collection`,
      figure: megabytes(large.script + large.dom),
      note: `script ${megabytes(large.script)}, document ${megabytes(large.dom)}; with ${FEW} lines ${megabytes(small.script + small.dom)}`,
    },
  ]
}
