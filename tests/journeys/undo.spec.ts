import { LINES } from '../support/screens/project.ts'
import { expect, test } from '../support/screens/test.ts'

test('a tick is taken back by the toast', async ({ example }) => {
  const desk = example.line(LINES.desk)
  await desk.tick()
  await desk.is('true')
  await example.undoInToast('Ticked “Take questions')
  await desk.is('false')
  await expect(example.toast('Undone: ticked “Take questions')).toBeVisible()
})

test('what is said of a tick goes with its project, and so does its Undo', async ({ home, example }) => {
  await example.line(LINES.desk).tick()
  await expect(example.toast('Ticked “Take questions')).toBeVisible()
  await home.back()
  // At once: waited for, it would go by itself.
  expect(await home.toast('Ticked').count()).toBe(0)
})

test('the toolbar takes back one step after the other, the last first', async ({ example }) => {
  const [desk, production] = [example.line(LINES.desk), example.line(LINES.production)]
  await desk.tick()
  await production.tick()
  await example.press(example.undo)
  await production.is('false')
  await desk.is('true')
  await example.press(example.undo)
  await desk.is('false')
})

test('what was taken back can be done again', async ({ example }) => {
  const desk = example.line(LINES.desk)
  await desk.tick()
  await example.press(example.undo)
  await desk.is('false')
  await example.redo()
  await desk.is('true')
})

test('Ctrl+Z takes back and Ctrl+Shift+Z does again, on a reload neither', async ({ page, example }) => {
  const desk = example.line(LINES.desk)
  await desk.tick()
  await desk.is('true')
  await example.hearsKeys()
  await page.keyboard.press('Control+z')
  await desk.is('false')
  await page.keyboard.press('Control+Shift+Z')
  await desk.is('true')
  await example.reload()
  await page.keyboard.press('Control+z')
  await expect(example.toast('There is nothing to undo on this page')).toBeVisible()
  await desk.is('true')
})

test('undoing the tick of an either line gives the claim back too', async ({ example }) => {
  const line = example.line(LINES.firstLevel)
  await line.tick()
  await example.press(example.dialog('Who takes it?').getByRole('button', { name: 'CIT' }))
  await line.says('taken by CIT, done$')
  await example.press(example.undo)
  await line.says('not taken yet, open$')
})

test('what another tab changed since is not undone, and the page says who changed it (rule U1)', async ({
  example,
}) => {
  const other = await example.secondTab()
  const desk = example.line(LINES.desk)
  await desk.tick()
  await other.line(LINES.desk).is('true')
  await other.line(LINES.desk).tick()
  await desk.is('false')
  await other.line(LINES.desk).tick()
  await desk.is('true')
  await example.press(example.undo)
  await expect(example.toast('Ana Ruiz (CIT) changed this since, so it was not undone.')).toBeVisible()
  await desk.is('true')
})
