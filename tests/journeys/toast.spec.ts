import { box } from '../support/screens/pointer.ts'
import { LINES } from '../support/screens/project.ts'
import { expect, test } from '../support/screens/test.ts'

test('what is said of a tick lies over less than a row, and at the end of a list on a phone over none', async ({
  page,
  example,
  hasTouch,
}) => {
  await example.line(LINES.production).tick()
  const toast = example.toast('Ticked')
  await expect(toast).toBeVisible()
  const row = await box(example.line(LINES.production).row)
  expect((await box(toast)).height).toBeLessThan(row.height)

  await page.evaluate(() => scrollTo(0, document.documentElement.scrollHeight))
  const last = example.line(LINES.desk)
  await last.tick()
  await last.is('true')
  await expect(toast).toHaveCount(1)
  const end = await box(last.row)
  if (hasTouch) expect(end.y + end.height).toBeLessThanOrEqual((await box(toast)).y)
})
