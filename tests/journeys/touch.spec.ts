import { box, makePointer } from '../support/screens/pointer.ts'
import { LINES, type ProjectScreen } from '../support/screens/project.ts'
import { expect, test } from '../support/screens/test.ts'

// The phone only (playwright.config.ts): the desktop has neither fingers nor a bottom bar.

/** Where a finger can be put into the middle of something that is shown. */
async function middle(target: Parameters<typeof box>[0]) {
  const { x, y, width, height } = await box(target)
  return { x: x + width / 2, y: y + height / 2 }
}

const handleOf = (project: ProjectScreen, line: string) =>
  project.line(line).row.getByRole('button', { name: /^Details:/ })

const scrolled = (project: ProjectScreen) => project.page.evaluate(() => Math.round(scrollY))

/** Puts a finger down, draws it up the screen as for scrolling, and lifts it. */
async function swipeUp(project: ProjectScreen, from: { x: number; y: number }) {
  const finger = await makePointer(project.page, true)
  await finger.down(from)
  for (let step = 1; step <= 10; step++) await finger.move({ x: from.x, y: from.y - 20 * step })
  await expect(project.table.locator('[data-dragged]')).toHaveCount(0)
  await finger.up()
}

const DISCOVERY = [LINES.businessCase, LINES.price, LINES.marketplace]

test('a finger on the handle takes a line along, down the page into a stage out of sight', async ({
  example,
}) => {
  await example.arrange()
  const last = example.line(LINES.desk)
  await expect(last.row).not.toBeInViewport()
  const from = await middle(handleOf(example, LINES.businessCase))
  const finger = await makePointer(example.page, true)
  await finger.down(from)
  await finger.move({ x: from.x, y: from.y + 12 })
  await finger.move({ x: from.x, y: from.y + 60 })
  await expect(example.line(LINES.businessCase).row).toHaveAttribute('data-dragged')
  // The finger moves the line, not the page.
  expect(await scrolled(example)).toBe(0)
  // Held at the edge of the window, the line takes the page along.
  await finger.move({ x: from.x, y: 830 })
  await expect(last.row).toBeInViewport({ ratio: 1 })
  await expect
    .poll(() => example.page.evaluate(() => scrollY + innerHeight - document.documentElement.scrollHeight))
    .toBeGreaterThanOrEqual(-1)
  const target = await box(last.row)
  await finger.move({ x: from.x, y: target.y + target.height * 0.8 })
  await expect(last.row).toHaveAttribute('data-drop', 'after')
  await finger.up()
  await example.has('Ongoing Support', [LINES.firstLevel, LINES.desk, LINES.businessCase])
  await example.has('Discovery', DISCOVERY.slice(1))
  await example.reload()
  await example.has('Ongoing Support', [LINES.firstLevel, LINES.desk, LINES.businessCase])
})

test('nothing is said of keys where there is no mouse', async ({ page, example }) => {
  await example.arrange()
  await expect(page.getByText('press Alt')).toBeHidden()
  await example.pressButton('Project menu')
  await expect(page.getByRole('menuitem', { name: 'Export a backup' })).toBeVisible()
  await expect(page.getByRole('menuitem', { name: 'Keyboard shortcuts' })).toBeHidden()
})

test('a finger beside the handle scrolls while lines are arranged, and neither moves nor ticks one', async ({
  example,
}) => {
  await example.arrange()
  await swipeUp(example, await middle(example.line(LINES.marketplace).box))
  await expect.poll(() => scrolled(example)).toBeGreaterThan(100)
  await example.has('Discovery', DISCOVERY)
  await example.line(LINES.marketplace).is('true')
})

test('a finger on the button of a line scrolls as long as lines are not arranged', async ({ example }) => {
  const before = example.page.url()
  await swipeUp(example, await middle(handleOf(example, LINES.marketplace)))
  await expect.poll(() => scrolled(example)).toBeGreaterThan(100)
  await example.has('Discovery', DISCOVERY)
  // Nor does the end of a swipe open the details.
  expect(example.page.url()).toBe(before)
})

test("a phone's bar names the filter, and its All and Mine show every line they count", async ({
  page,
  example,
}) => {
  const whose = page.getByRole('group', { name: 'Whose lines' })
  const mine = whose.getByRole('button', { name: /^Mine 7$/ })
  const all = whose.getByRole('button', { name: /^All 9$/ })
  const filter = page.getByRole('button', { name: /^Filter/ })
  await expect(all).toHaveAttribute('aria-pressed', 'true')
  await example.showOnly('PCTY', { openOnly: true, counted: 1 })
  await expect(filter).toHaveText('PCTY, Open only')
  await example.press(all)
  await expect(example.boxes).toHaveCount(9)
  await expect(filter).toHaveText('Filter')

  await example.showOnly('All', { openOnly: true, counted: 5 })
  await expect(filter).toHaveText('Open only')
  await expect(all).toHaveAttribute('aria-pressed', 'false')
  await example.press(mine)
  await expect(example.boxes).toHaveCount(7)
  await expect(mine).toHaveAttribute('aria-pressed', 'true')
})

test("what was said does not lie over a line's details on a phone", async ({ example }) => {
  await example.line(LINES.desk).tick()
  await expect(example.toast('Ticked')).toBeVisible()
  await example.line(LINES.desk).open()
  // At once: after a while it would go by itself.
  expect(await example.toast('Ticked').count()).toBe(0)
})
