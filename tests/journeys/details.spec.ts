import { LINES } from '../support/screens/project.ts'
import { expect, test } from '../support/screens/test.ts'

test('not applicable needs a reason, counts as passed, and can be taken back (rule N1)', async ({
  example,
}) => {
  const line = example.line(LINES.desk)
  const details = await line.open()
  await details.pressed('Not applicable…')
  await details.pressed('Mark as not applicable')
  await expect(details.field('Why is it not applicable?')).toHaveAccessibleDescription(/Give the reason/)
  await details.field('Why is it not applicable?').fill('The vendor has no desk')
  await details.pressed('Mark as not applicable')
  await expect(details.frame).toContainText('The vendor has no desk')
  await details.close()
  await expect(line.row).toContainText('Not applicable: The vendor has no desk')
  await expect(example.stage('Ongoing Support')).toContainText('1 of 2')
  await line.tick()
  await expect(example.toast('This line is not applicable')).toBeVisible()
  await line.says('not applicable$')
  await example.reload()
  await (await line.open()).pressed('It applies')
  await line.says('PCTY, open$')
})

test('blocked carries its reason and whoever said it, and can be taken back (rule B1)', async ({
  example,
}) => {
  const line = example.line(LINES.production)
  const details = await line.open()
  await details.because('Blocked', 'The bank holiday')
  await expect(details.frame).toContainText('The bank holiday')
  await expect(details.frame).toContainText('Ana Ruiz,')
  await details.close()
  await expect(line.row).toContainText('Blocked: The bank holiday')
  await line.says('blocked$')
  await example.press(example.undo)
  await expect(line.row).not.toContainText('Blocked')
})

test('a due date shows on the line, also that it is over', async ({ page, example }) => {
  const line = example.line(LINES.desk)
  const details = await line.open()
  await details.write('Due', '2031-05-03')
  await details.close()
  await expect(line.row).toContainText(/Due .*2031/)
  await example.reload()
  await expect(line.row).toContainText(/Due .*2031/)
  const again = await line.open()
  await again.write('Due', '2020-05-03')
  await expect(line.row).toContainText(/Overdue since .*2020/)
  await again.write('Due', '')
  await expect(line.row).not.toContainText('due')
  await expect(page.getByRole('alert')).toBeHidden()
})

test('a note is kept as it is typed', async ({ example }) => {
  const line = example.line(LINES.desk)
  const details = await line.open()
  await details.field('Note').pressSequentially('Call them before noon.')
  await details.close()
  await expect(line.row).toContainText('Note')
  await example.reload()
  const again = await line.open()
  await expect(again.field('Note')).toHaveValue('Call them before noon.')
})

test('Ctrl+Z inside a note takes back typing there and nothing else', async ({ page, example }) => {
  const line = example.line(LINES.desk)
  await line.tick()
  const details = await line.open()
  // At one go: letters typed slowly are taken back in more than one step.
  await details.field('Note').fill('Oops')
  await example.hearsKeys()
  await page.keyboard.press('Control+z')
  await expect(details.field('Note')).toHaveValue('')
  await line.is('true')
})

test('the contact named on one line is where another one goes', async ({ example }) => {
  const credentials = example.line(LINES.credentials)
  await expect(credentials.row).toContainText('Goes to Ana Ruiz, named in Discovery')
  const details = await example.line(LINES.marketplace).open()
  await details.field('Contact named here').selectOption('Priya Shah')
  await details.close()
  await expect(credentials.row).toContainText('Goes to Priya Shah, named in Discovery')
})

test('parties tick and withdraw in the details of an either line (rule T2)', async ({ example }) => {
  const line = example.line(LINES.firstLevel)
  const details = await line.open()
  await details.pressed('TPA takes it')
  await line.says('taken by TPA, open$')
  await details.pressed('TPA withdraws')
  await line.says('not taken yet, open$')
})

test('the details have an address of their own, and the way back closes them', async ({ page, example }) => {
  const details = await example.line(LINES.desk).open()
  await expect(page).toHaveURL(/\?line=/)
  await page.goBack()
  await expect(details.frame).toBeHidden()
  await expect(example.table).toBeVisible()
  await page.goForward()
  await expect(details.frame).toBeVisible()
  await page.reload()
  await expect(details.frame).toBeVisible()
  await details.close()
  await expect(page).toHaveURL(/\/p\/\w+$/)
})

test('closing the details twice in one go closes them and stays on the page', async ({ page, example }) => {
  const details = await example.line(LINES.desk).open()
  const close = details.frame.getByRole('button', { name: /^Close/ })
  await close.evaluate((button: HTMLButtonElement) => {
    button.click()
    button.click()
  })
  await expect(details.frame).toBeHidden()
  // One step back was taken, so one step forward opens them again.
  await page.goForward()
  await expect(details.frame).toBeVisible()
})

test('over the phone or beside the table, Esc closes the details and gives the focus back', async ({
  page,
  example,
}) => {
  const line = example.line(LINES.desk)
  const details = await line.open()
  await page.keyboard.press('Escape')
  await expect(details.frame).toBeHidden()
  await expect(line.row.getByRole('button', { name: /^Details:/ })).toBeFocused()
})

test('the details are titled with the line they are of, and say its stage', async ({ example }) => {
  const details = await example.line(LINES.testing).open()
  await expect(details.title).toHaveText(/^Once implementation is complete.{10,30}…$/)
  await expect(details.frame.locator('header')).toContainText('Testing')
  await details.write('Responsibility', 'Test it all')
  await expect(details.title).toHaveText('Test it all')
})

test('above the title stands the stage of a line, and in a dialog about no line nothing', async ({
  example,
}) => {
  const details = await example.line(LINES.desk).open()
  await expect(details.frame.locator('header p')).toHaveText('Ongoing Support')
  await details.close()
  await example.fromMenu('Rename…')
  const rename = example.dialog(/./)
  await expect(rename.getByRole('heading', { level: 2 })).toBeVisible()
  await expect(rename.locator('header p')).toHaveCount(0)
})
