import { expect, type Locator, type Page, test } from '@playwright/test'
import { desktop } from '../support/playwright.ts'
import { makeExample } from './example.ts'

// DESIGN "Storage": keystrokes of a note are gathered for 100 ms, but not beyond the page's end.

test.use(desktop)

async function openNote(page: Page): Promise<Locator> {
  await page.getByRole('button', { name: 'Details: Take questions and requests' }).click()
  return page.getByRole('complementary', { name: 'Details' }).getByLabel('Note', { exact: true })
}

/** Types into the note and leaves in the same turn, so that nothing but the leaving can save it. */
const typeAndGo = (note: Locator, text: string, to: string) =>
  note.evaluate(
    (element: HTMLTextAreaElement, [typed, address]) => {
      element.value = typed
      element.dispatchEvent(new InputEvent('input', { bubbles: true }))
      location.assign(address)
    },
    [text, to] as const,
  )

test('what was typed into a note just before leaving the page is there on coming back', async ({
  page,
  baseURL,
}) => {
  const address = await makeExample(page, baseURL ?? '')
  for (const text of ['one', 'one two', 'one two three']) {
    const note = await openNote(page)
    await typeAndGo(note, text, '/favicon.svg')
    await page.waitForURL('**/favicon.svg')
    await page.goto(address)
    await expect(await openNote(page)).toHaveValue(text)
  }
})

test('what was typed into a note just before closing the tab is there in the next one', async ({
  context,
  baseURL,
}) => {
  const page = await context.newPage()
  const address = await makeExample(page, baseURL ?? '')
  const note = await openNote(page)
  await note.fill('written last')
  await page.close({ runBeforeUnload: true })
  const next = await context.newPage()
  await next.goto(address)
  await expect(await openNote(next)).toHaveValue('written last')
})
