import { LINES } from '../support/screens/project.ts'
import { expect, test } from '../support/screens/test.ts'

test('stages are added, renamed and moved, and undo takes each step back', async ({ page, example }) => {
  await example.fromMenu('Stages…')
  const dialog = example.dialog('Stages')
  await dialog.getByRole('textbox', { name: 'New stage' }).fill('Retirement')
  await example.pressButton('Add stage', dialog)
  await expect(dialog.getByRole('textbox', { name: 'Stage 6' })).toHaveValue('Retirement')
  await dialog.getByRole('textbox', { name: 'Stage 1' }).fill('Finding out')
  await dialog.getByRole('textbox', { name: 'Stage 1' }).blur()
  await example.choose('More about Retirement', 'Move up')
  await expect(dialog.getByRole('textbox', { name: 'Stage 5' })).toHaveValue('Retirement')
  await example.pressButton('Close', dialog)
  const titles = page.getByRole('table').getByRole('heading', { level: 2 })
  const before = [/^Discovery/, /^Implementation/, /^Testing/, /^Move to Production/, /^Ongoing Support/]
  await expect(titles).toHaveText([
    /^Finding out/,
    ...before.slice(1, 4),
    /^Retirement 0 of 0/,
    /^Ongoing Support/,
  ])
  await example.reload()
  await expect(titles).toHaveCount(6)
})

test('undo takes back what was done to stages, step by step', async ({ page, example }) => {
  await example.fromMenu('Stages…')
  const dialog = example.dialog('Stages')
  await dialog.getByRole('textbox', { name: 'Stage 2' }).fill('Building')
  await dialog.getByRole('textbox', { name: 'Stage 2' }).blur()
  await example.choose('More about Building', 'Move down')
  await example.pressButton('Close', dialog)
  const titles = page.getByRole('table').getByRole('heading', { level: 2 })
  await expect(titles.nth(2)).toHaveText(/^Building/)
  await example.press(example.undo)
  await expect(titles.nth(1)).toHaveText(/^Building/)
  await example.press(example.undo)
  await expect(titles.nth(1)).toHaveText(/^Implementation/)
})

test('a stage becomes a gate, and is none any more', async ({ example }) => {
  await example.fromMenu('Stages…')
  const dialog = example.dialog('Stages')
  const gates = dialog.getByRole('checkbox', { name: 'Is a gate' })
  await gates.first().check()
  await gates.nth(2).uncheck()
  await example.pressButton('Close', dialog)
  await expect(example.section('Discovery')).toContainText('Gate passed')
  await expect(example.section('Testing')).not.toContainText('Gate')
})

test('a removed stage comes back with its lines', async ({ example }) => {
  await example.fromMenu('Stages…')
  await example.choose('More about Discovery', 'Remove stage')
  await expect(example.dialog('Stages').getByRole('textbox', { name: 'Stage 1' })).toHaveValue(
    'Implementation',
  )
  await example.undoInToast('Removed the stage “Discovery” with its lines')
  await example.pressButton('Close', example.dialog('Stages'))
  await example.has('Discovery', [LINES.businessCase, LINES.price, LINES.marketplace])
  await example.line(LINES.businessCase).is('true')
})
