import { LINES } from '../support/screens/project.ts'
import { expect, test } from '../support/screens/test.ts'

test('two tabs of a project stay in step, both ways', async ({ example }) => {
  const other = await example.secondTab()
  await example.line(LINES.desk).tick()
  await other.line(LINES.desk).is('true')
  await other.line(LINES.production).tickFor('TPA')
  await example.line(LINES.production).is('mixed')
  await example.press(example.undo)
  await other.line(LINES.desk).is('false')
  await expect(other.stage('Ongoing Support')).toContainText('0 of 2')
})

test('a note typed in two tabs at once holds what both typed, once', async ({ example }) => {
  const other = await example.secondTab()
  const [here, there] = [
    (await example.line(LINES.desk).open()).field('Note'),
    (await other.line(LINES.desk).open()).field('Note'),
  ]
  await here.fill('Agenda: ')
  await expect(there).toHaveValue('Agenda: ')
  await here.press('Home')
  await there.press('End')
  await Promise.all([here.pressSequentially('[from the phone] '), there.pressSequentially('costs, dates')])
  const both = '[from the phone] Agenda: costs, dates'
  await expect(here).toHaveValue(both)
  await expect(there).toHaveValue(both)
  await example.saved()
  await other.saved()
  await other.page.close()
  await example.page.reload()
  await expect(here).toHaveValue(both)
})

test('a change made in another tab shows in the list of projects', async ({ home, example }) => {
  const other = await example.secondTab()
  await home.back()
  await expect(home.mine.getByRole('link', { name: LINES.firstLevel })).toBeVisible()
  await other.line(LINES.firstLevel).tick()
  await other.press(other.dialog('Who takes it?').getByRole('button', { name: 'TPA' }))
  await expect(home.mine.getByRole('link', { name: LINES.firstLevel })).toBeHidden()
})

test('a tab closed in the middle of it leaves everything to the other', async ({ example }) => {
  const other = await example.secondTab()
  await other.line(LINES.desk).tick()
  await other.page.close()
  await example.line(LINES.desk).is('true')
  await example.reload()
  await example.line(LINES.desk).is('true')
})
