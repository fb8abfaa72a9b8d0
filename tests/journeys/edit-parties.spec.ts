import { LINES } from '../support/screens/project.ts'
import { expect, test } from '../support/screens/test.ts'

test('a party is added and owns a line', async ({ page, example }) => {
  await example.fromMenu('Parties and contacts…')
  const dialog = page.getByRole('dialog')
  await example.pressButton('Add a party', dialog)
  await dialog.getByRole('textbox', { name: 'Letters' }).fill('BANK')
  await dialog.getByRole('textbox', { name: 'Team' }).fill('Harbour Bank')
  await example.pressButton('Add', dialog)
  await expect(dialog.getByRole('region', { name: 'BANK' })).toContainText('Harbour Bank')
  await example.pressButton('Close', dialog)
  const line = example.line(LINES.desk)
  const details = await line.open()
  await details.own({ BANK: true })
  await details.close()
  await line.says('PCTY and BANK jointly, open$')
  await line.tickFor('BANK')
  await line.is('mixed')
})

test('a party is edited, and its lines show it', async ({ page, example }) => {
  await example.fromMenu('Parties and contacts…')
  const dialog = page.getByRole('dialog')
  await example.pressButton('Edit TPA', dialog)
  await dialog.getByRole('textbox', { name: 'Letters' }).fill('BRK')
  await dialog.getByRole('textbox', { name: 'Team' }).fill('Harbor Brokers')
  await example.pressButton('Save', dialog)
  await example.pressButton('Close', dialog)
  await example.line(LINES.configuration).says('CIT and BRK jointly')
  await expect(example.line(LINES.configuration).chip('BRK Harbor Brokers')).toBeVisible()
  await example.press(example.undo)
  await example.line(LINES.configuration).says('CIT and TPA jointly')
})

test('two parties cannot have the same letters', async ({ page, example }) => {
  await example.fromMenu('Parties and contacts…')
  const dialog = page.getByRole('dialog')
  await example.pressButton('Edit TPA', dialog)
  await dialog.getByRole('textbox', { name: 'Letters' }).fill('CIT')
  await example.pressButton('Save', dialog)
  await expect(dialog.getByRole('textbox', { name: 'Letters' })).toHaveAccessibleDescription(
    /Another party has these letters/,
  )
})

test('parties are moved', async ({ page, example }) => {
  await example.fromMenu('Parties and contacts…')
  const dialog = page.getByRole('dialog')
  await expect(dialog.getByRole('region')).toHaveCount(3)
  await example.choose('More about PCTY', 'Move up')
  await expect(dialog.getByRole('region').nth(1)).toHaveAccessibleName('PCTY')
  await example.pressButton('Close', dialog)
  await example.press(example.undo)
  await example.fromMenu('Parties and contacts…')
  await expect(dialog.getByRole('region').nth(1)).toHaveAccessibleName('TPA')
})

test('a removed party drops out of the owners and comes back by undo (rule O1)', async ({
  page,
  example,
}) => {
  await example.fromMenu('Parties and contacts…')
  await example.choose('More about TPA', 'Remove party')
  await expect(page.getByRole('dialog').getByRole('region')).toHaveCount(2)
  await example.undoInToast('Removed the party TPA')
  await expect(page.getByRole('dialog').getByRole('region')).toHaveCount(3)
  await example.choose('More about TPA', 'Remove party')
  await example.pressButton('Close', page.getByRole('dialog'))
  await example.line(LINES.configuration).says('CIT, open$')
  await example.press(example.undo)
  await example.line(LINES.configuration).says('CIT and TPA jointly, ticked by TPA, waiting for CIT$')
})

test('contacts are added, edited and removed with undo, and can be called and written to', async ({
  page,
  example,
}) => {
  await example.fromMenu('Parties and contacts…')
  const dialog = page.getByRole('dialog')
  await example.pressButton('Add a contact to PCTY', dialog)
  await dialog.getByRole('textbox', { name: 'Name' }).fill('Omar Haddad')
  await dialog.getByRole('textbox', { name: 'Phone' }).fill('+1 555 0123')
  await dialog.getByRole('textbox', { name: 'Email' }).fill('omar@vendor.example')
  await example.pressButton('Add', dialog)
  await expect(dialog.getByRole('link', { name: 'Call Omar Haddad' })).toHaveAttribute(
    'href',
    'tel:+15550123',
  )
  await expect(dialog.getByRole('link', { name: 'Write to Omar Haddad' })).toHaveAttribute(
    'href',
    'mailto:omar@vendor.example',
  )
  await example.pressButton('Edit Omar Haddad', dialog)
  await dialog.getByRole('textbox', { name: 'Name' }).fill('Omar B. Haddad')
  await example.pressButton('Save', dialog)
  await example.pressButton('Edit Omar B. Haddad', dialog)
  await example.pressButton('Remove contact', dialog)
  await expect(dialog.getByRole('link', { name: /Omar/ })).toHaveCount(0)
  await example.undoInToast('Removed the contact Omar B. Haddad')
  await expect(dialog.getByRole('link', { name: 'Call Omar B. Haddad' })).toBeVisible()
})
