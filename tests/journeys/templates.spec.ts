import { LINES } from '../support/screens/project.ts'
import { expect, test } from '../support/screens/test.ts'

test('a project becomes a template, from which new projects are made without its ticks and teams', async ({
  page,
  home,
  newProject,
  example,
}) => {
  const details = await example.line(LINES.desk).open()
  await details.write('Responsibility', 'Answer the desk')
  await details.close()
  await example.fromMenu('Save as template…')
  await example.giveName('Save as template', 'Template name', 'Our own way', 'Save template')
  await expect(example.toast('Saved the template “Our own way”')).toBeVisible()
  await home.back()
  await home.press(page.getByRole('link', { name: 'Templates' }))
  await home.pressButton('Use Our own way')
  await expect(page.getByRole('radio', { name: 'Our own way' })).toBeChecked()
  const project = await newProject.make({ name: 'From our own', me: 'Ana', as: 'PCTY' })
  await expect(project.boxes).toHaveCount(9)
  await expect(project.table.getByRole('checkbox', { checked: false })).toHaveCount(9)
  await project.line('Answer the desk').says('PCTY, open$')
  await project.line(LINES.credentials).says('PCTY, open$')
  await expect(project.table).not.toContainText('Harbor Benefits')
})

test('a template is looked into, renamed and deleted, and undo brings it back', async ({
  page,
  home,
  example,
}) => {
  await example.fromMenu('Save as template…')
  await example.giveName('Save as template', 'Template name', 'Mine', 'Save template')
  await expect(example.toast('Saved the template')).toBeVisible()
  await page.goto('/templates')
  const mine = page
    .getByRole('listitem')
    .filter({ has: page.getByRole('heading', { name: 'Mine', exact: true }) })
  await home.press(mine.getByText('Look inside'))
  await expect(mine).toContainText(LINES.businessCase)
  await home.choose('More about Mine', 'Rename…')
  await home.giveName('Rename the template', 'Template name', 'Ours', 'Save')
  await expect(page.getByRole('heading', { name: 'Ours', exact: true })).toBeVisible()
  await home.choose('More about Ours', 'Delete')
  await expect(page.getByRole('heading', { name: 'Ours', exact: true })).toBeHidden()
  await home.pressButton('Undo', home.toast('Deleted the template “Ours”'))
  await expect(page.getByRole('heading', { name: 'Ours', exact: true })).toBeVisible()
  await page.reload()
  await expect(page.getByRole('heading', { name: 'Ours', exact: true })).toBeVisible()
})

test('the built-in template can be looked into and used, and not be deleted', async ({
  page,
  home,
  newProject,
}) => {
  await page.goto('/templates')
  await expect(home.title).toHaveText('Templates')
  await expect(page.getByRole('button', { name: /^More about/ })).toHaveCount(0)
  await home.press(page.getByText('Look inside'))
  await expect(page.getByRole('main')).toContainText(LINES.desk)
  await home.pressButton('Use Integration deliverables by phase')
  await expect(newProject.title).toHaveText('New project')
})
