import { type BrowserContext, expect, type Page } from '@playwright/test'
import { makeRandom, type Random } from '../support/random.ts'
import { makeExample, tickable } from './example.ts'
import { openWitnessed, type Witness } from './witness.ts'

/** One open tab, and the lines that only it touches, so that what is expected of them is certain. */
interface Tab {
  readonly witness: Witness
  readonly own: string[]
  writing: boolean
}

/**
 * In each round 2 to 4 tabs of one project tick lines, add lines and close at random. Afterwards all open tabs and a
 * fresh one show the same, and every line as the tab that touched it last showed it as saved.
 */
export async function keepTabsInStep(
  context: BrowserContext,
  origin: string,
  rounds: number,
  seed: number,
): Promise<void> {
  const random = makeRandom(seed)
  const first = await context.newPage()
  const address = await makeExample(first, origin)
  const lines = tickable(await boxesOf(first))
  await first.close()
  for (let round = 1; round <= rounds; round++)
    await oneRound(context, address, lines, random, `seed ${seed}, round ${round}`)
}

async function oneRound(
  context: BrowserContext,
  address: string,
  lines: readonly string[],
  random: Random,
  name: string,
): Promise<void> {
  const count = 2 + random.below(3)
  const opening = Array.from({ length: count }, async () => openWitnessed(await context.newPage(), address))
  const tabs = (await Promise.all(opening)).map((witness): Tab => ({ witness, own: [], writing: false }))
  for (const [index, line] of lines.entries()) tabs[index % count]?.own.push(line)
  const open = new Set(tabs)
  let added = 0
  const acts: Record<string, (tab: Tab) => Promise<unknown>> = {
    tick: (tab) => tab.witness.tick(random.pick(tab.own)),
    async add(tab) {
      added++
      const line = `${name}: line ${added}`
      await tab.witness.note(line)
      await addLine(tab, line)
      tab.own.push(line)
    },
    async close(tab) {
      if (open.size === 1) return
      if (random.chance(0.5)) await settled(tab)
      open.delete(tab)
      await tab.witness.page.close()
    },
  }
  for (let step = 8 + random.below(8); step > 0; step--) {
    const act = acts[random.pick(['tick', 'tick', 'tick', 'tick', 'add', 'close'])]
    await act?.(random.pick([...open]))
  }
  await Promise.all([...open].map(settled))
  const fresh = await openWitnessed(await context.newPage(), address)
  const all = [fresh, ...[...open].map(({ witness }) => witness)]
  await expect
    .poll(async () => new Set((await Promise.all(all.map((tab) => tab.boxes()))).map(inOrder)).size, {
      message: `${name}: all tabs show the same`,
    })
    .toBe(1)
  const found = await fresh.boxes()
  for (const { witness, own } of tabs) {
    const promised = witness.promised()
    for (const line of own) {
      const state = promised.get(line)
      if (state !== undefined) expect.soft(found[line], `${name}: "${line}" was shown as saved`).toBe(state)
    }
  }
  await Promise.all(all.map(({ page }) => page.close()))
}

/** Adds a line with the keyboard, as someone at a desk does. */
async function addLine(tab: Tab, text: string): Promise<void> {
  const { page } = tab.witness
  const field = page.getByRole('textbox', { name: /^New line in / })
  if (!tab.writing) await page.keyboard.press('n')
  tab.writing = true
  await field.fill(text)
  await field.press('Enter')
}

async function settled({ witness }: Tab): Promise<void> {
  await expect(witness.page.getByRole('status', { name: 'Saving' })).toHaveText('Saved on this device')
}

async function boxesOf(page: Page): Promise<Record<string, string>> {
  const boxes = await page.getByRole('checkbox').all()
  const told = boxes.map(
    async (box) => [await box.textContent(), await box.getAttribute('aria-checked')] as const,
  )
  return Object.fromEntries(await Promise.all(told))
}

const inOrder = (boxes: Record<string, string>): string => JSON.stringify(Object.entries(boxes).toSorted())
