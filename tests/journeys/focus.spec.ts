import type { Locator, Page } from '@playwright/test'
import type { LineDetails } from '../support/screens/details.ts'
import { LINES } from '../support/screens/project.ts'
import { expect, test } from '../support/screens/test.ts'

const button = (details: LineDetails, name: string): Locator =>
  details.frame.getByRole('button', { name, exact: true })

/** Presses a button by the keyboard, as one who never leaves it. */
async function enter(page: Page, target: Locator): Promise<void> {
  await target.focus()
  await page.keyboard.press('Enter')
}

for (const [kind, set, clear] of [
  ['Blocked', 'Mark as blocked', 'No longer blocked'],
  ['Not applicable', 'Mark as not applicable', 'It applies'],
] as const) {
  test(`the focus stays with "${kind}" when it is asked for, left, said and taken back`, async ({
    page,
    example,
  }) => {
    const details = await example.line(LINES.credentials).open()
    await enter(page, button(details, `${kind}…`))
    await expect(details.frame.getByRole('textbox', { name: /^(What blocks|Why is)/ })).toBeFocused()
    await enter(page, button(details, 'Cancel'))
    await expect(button(details, `${kind}…`)).toBeFocused()
    await page.keyboard.press('Enter')
    await page.keyboard.type('A reason')
    await enter(page, button(details, set))
    await expect(button(details, clear)).toBeFocused()
    await page.keyboard.press('Enter')
    await expect(button(details, `${kind}…`)).toBeFocused()
  })
}

test('the focus stays with a party that takes a line, gives it back and takes back a tick', async ({
  page,
  example,
}) => {
  const details = await example.line(LINES.firstLevel).open()
  await enter(page, button(details, 'CIT takes it'))
  await expect(button(details, 'Tick for CIT')).toBeFocused()
  await page.keyboard.press('Enter')
  await expect(button(details, 'Take back the tick of CIT')).toBeFocused()
  await page.keyboard.press('Enter')
  await expect(button(details, 'Tick for CIT')).toBeFocused()
  await enter(page, button(details, 'CIT withdraws'))
  await expect(button(details, 'CIT takes it')).toBeFocused()
})

test('the focus goes to the nearest control where a party has nothing left to say', async ({
  page,
  example,
}) => {
  const line = example.line(LINES.desk)
  await line.tick()
  await line.is('true')
  const details = await line.open()
  await details.own({ CIT: true, PCTY: false })
  await enter(page, button(details, 'Take back the tick of PCTY'))
  await expect(button(details, 'Take back the tick of PCTY')).toBeHidden()
  await expect(details.frame.locator('.words').locator(':focus')).toBeVisible()
})
