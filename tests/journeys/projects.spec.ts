import { EXAMPLE, LINES } from '../support/screens/project.ts'
import { expect, test } from '../support/screens/test.ts'

test('an empty list says what this is and opens an example in one tap', async ({ page, home }) => {
  await home.open()
  await expect(page.getByText('Who owes what, ticked off together')).toBeVisible()
  const example = await home.openExample()
  await expect(example.title).toHaveText(EXAMPLE)
  await expect(example.boxes).toHaveCount(9)
})

test('a card tells how far the project and each of its stages is', async ({ home, example }) => {
  await example.line(LINES.desk).tick()
  await home.back()
  const card = home.card(EXAMPLE)
  await expect(card).toContainText('5 of 9 done')
  await expect(card).toContainText('4 open for you')
  const stages = card.getByRole('list', { name: 'Progress by stage' }).getByRole('listitem')
  await expect(stages).toHaveText([
    /^Discovery.*3 of 3$/,
    /^Implementation.*1 of 2$/,
    /^Testing.*0 of 1$/,
    /^Move to Production.*0 of 1$/,
    /^Ongoing Support.*1 of 2$/,
  ])
})

test('my open lines of all projects lead to where they are, the earliest due first', async ({
  page,
  home,
  newProject,
  example,
}) => {
  await example.saved()
  await newProject.open()
  await newProject.make({ name: 'Second', me: 'Ana', as: 'PCTY' })
  await home.back()
  const lines = home.mine.getByRole('link')
  await expect(home.mine.getByRole('heading', { level: 3 })).toHaveText(['Second', EXAMPLE])
  await expect(lines).toHaveText(
    [
      LINES.marketplace,
      LINES.credentials,
      LINES.desk,
      LINES.configuration,
      LINES.testing,
      LINES.production,
      LINES.firstLevel,
    ].map((text) => RegExp(text)),
  )
  await home.press(lines.nth(3))
  await expect(page).toHaveURL(/\/p\/\w+\?line=/)
  await expect(page.getByLabel('Responsibility', { exact: true })).toHaveValue(RegExp(LINES.configuration))
})

test('a copy has the same lines, teams and notes, and no ticks', async ({ page, home, example }) => {
  await example.line(LINES.businessCase).is('true')
  await home.back()
  await home.chooseFor(EXAMPLE, 'Duplicate…')
  await home.giveName('Duplicate the project', 'Project name', 'Next year', 'Duplicate')
  await home.pressButton('Open', home.toast('Made “Next year” with all ticks cleared'))
  await expect(example.title).toHaveText('Next year')
  await example.ready()
  await expect(example.boxes).toHaveCount(9)
  await expect(example.table.getByRole('checkbox', { checked: false })).toHaveCount(9)
  await expect(page.getByRole('table')).toContainText('Harbor Benefits')
  const details = await example.line(LINES.configuration).open()
  await expect(details.field('Note')).toHaveValue(/Field mapping agreed/)
})

test('the project page makes copies too', async ({ example }) => {
  await example.fromMenu('Duplicate…')
  await example.giveName('Duplicate the project', 'Name of the copy', 'From inside', 'Duplicate')
  await example.pressButton('Open', example.toast('Made “From inside” with all ticks cleared'))
  await expect(example.title).toHaveText('From inside')
})

test('a project is renamed everywhere', async ({ home, example }) => {
  await example.fromMenu('Rename…')
  await example.giveName('Rename the project', 'Project name', 'Payroll feed, phase 2', 'Rename')
  await expect(example.title).toHaveText('Payroll feed, phase 2')
  await example.saved()
  await home.back()
  await expect(home.card('Payroll feed, phase 2')).toBeVisible()
})

test('a deleted project is gone, comes back by undo, and can be restored later', async ({
  page,
  home,
  example,
}) => {
  await example.saved()
  await home.back()
  await home.chooseFor(EXAMPLE, 'Delete')
  await expect(home.card(EXAMPLE)).toBeHidden()
  await home.pressButton('Undo', home.toast(`Deleted “${EXAMPLE}”`))
  await expect(home.card(EXAMPLE)).toBeVisible()

  await home.chooseFor(EXAMPLE, 'Delete')
  await expect(home.card(EXAMPLE)).toBeHidden()
  await page.reload()
  await home.press(page.getByText('Recently deleted (1)'))
  await home.pressButton(`Restore ${EXAMPLE}`)
  await expect(home.card(EXAMPLE)).toBeVisible()
  const again = await home.openCard(EXAMPLE)
  await again.line(LINES.businessCase).is('true')
})

test('a project deleted in another tab says so where it is open, also when opened anew, until it is brought back', async ({
  page,
  home,
  example,
}) => {
  const other = await example.secondTab()
  const banner = other.page.getByText('This project is deleted')
  await home.back()
  await home.chooseFor(EXAMPLE, 'Delete')
  await expect(banner).toBeVisible()
  await other.page.reload()
  await expect(banner).toBeVisible()
  await other.pressButton('Bring it back')
  await expect(banner).toBeHidden()
  await expect(other.title).toBeFocused()
  await expect(home.card(EXAMPLE)).toBeVisible()
  await expect(page.getByText('Recently deleted')).toBeHidden()
})

test('an archived project is put away and comes back', async ({ page, home, example }) => {
  await example.saved()
  await home.back()
  await home.chooseFor(EXAMPLE, 'Archive')
  await expect(home.card(EXAMPLE)).toBeHidden()
  await page.reload()
  await home.press(page.getByText('Archived (1)'))
  await home.chooseFor(EXAMPLE, 'Move back to the list')
  await expect(home.card(EXAMPLE)).toBeVisible()
})

test('the search finds projects by name, party, stage and my open lines', async ({ home, newProject }) => {
  for (const name of ['Payroll feed', 'Time clocks', 'Benefits', 'Archive of 2025']) {
    await newProject.open()
    await newProject.make({ name, me: 'Ana', as: 'CIT' })
  }
  await home.back()
  await expect(home.cards).toHaveCount(4)
  await home.search.fill('clocks')
  await expect(home.cards).toHaveText(['Time clocks'])
  await home.search.fill('business case')
  await expect(home.cards).toHaveCount(4)
  await home.search.fill('no such thing')
  await expect(home.page.getByText('Nothing here matches “no such thing”')).toBeVisible()
  await home.pressButton('Clear the search')
  await expect(home.cards).toHaveCount(4)
})
