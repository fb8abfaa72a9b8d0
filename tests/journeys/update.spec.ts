import { fillDisk } from '../support/screens/disk.ts'
import { LINES } from '../support/screens/project.ts'
import { expect } from '../support/screens/test.ts'
import { comeBack, controlled, countLoads, test, version } from '../support/screens/worker.ts'

test('a new version is offered while the app is open, and taken with one reload on consent', async ({
  page,
  home,
  server,
}) => {
  await home.open(server.url)
  await controlled(page)
  const project = await home.openExample()
  await project.line(LINES.desk).tick()
  await project.saved()
  const loads = countLoads(page)
  server.publish(2)
  await comeBack(page)
  const offer = project.toast('A new version is ready')
  await expect(offer).toBeVisible()
  expect(await version(page)).toBe('1')
  await project.pressButton('Update', offer)
  await expect(page.locator('meta[name="version"]')).toHaveAttribute('content', '2')
  await project.ready()
  await project.line(LINES.desk).is('true')
  await expect(offer).toBeHidden()
  expect(loads()).toBe(1)
})

test('a new version is not taken while an edit is not saved', async ({ page, home, server }) => {
  await home.open(server.url)
  await controlled(page)
  const project = await home.openExample()
  server.publish(2)
  await comeBack(page)
  const offer = project.toast('A new version is ready')
  await expect(offer).toBeVisible()

  const makeRoom = await fillDisk(page)
  const loads = countLoads(page)
  await project.line(LINES.desk).tick()
  await expect(project.saving).toHaveText('Not saved')
  await project.pressButton('Update', offer)
  await expect(project.toast('Something is not saved yet, so Rollcall did not reload')).toBeVisible()
  expect([loads(), await version(page)]).toEqual([0, '1'])
  await project.line(LINES.desk).is('true')

  await makeRoom()
  await project.saved()
  await project.pressButton('Update', offer)
  await expect(page.locator('meta[name="version"]')).toHaveAttribute('content', '2')
  await project.line(LINES.desk).is('true')
})

test('a new version is not taken over a line that is still being written', async ({ page, home, server }) => {
  await home.open(server.url)
  await controlled(page)
  const project = await home.openExample()
  await project.pressButton('Add a line to Testing')
  const field = page.getByLabel('New line in Testing')
  await field.fill('Half a')
  server.publish(2)
  await comeBack(page)
  const loads = countLoads(page)
  await project.pressButton('Update', project.toast('A new version is ready'))
  await expect(project.toast('Something you are writing is not kept yet')).toBeVisible()
  expect([loads(), await version(page)]).toEqual([0, '1'])
  await expect(field).toHaveValue('Half a')

  await field.fill('Half a line, whole now')
  await field.press('Enter')
  await expect(field).toHaveValue('')
  await project.saved()
  await project.pressButton('Update', project.toast('A new version is ready'))
  await expect(page.locator('meta[name="version"]')).toHaveAttribute('content', '2')
  await expect(project.line('Half a line, whole now').box).toBeVisible()
})

test('what is being typed into a line is kept when a new version is taken', async ({
  page,
  home,
  server,
}) => {
  await home.open(server.url)
  await controlled(page)
  const project = await home.openExample()
  server.publish(2)
  await comeBack(page)
  const offer = project.toast('A new version is ready')
  await expect(offer).toBeVisible()
  const details = await project.line(LINES.desk).open()
  await details.field('Responsibility').fill('Answer the phone')
  // Not by hand: a press would leave the field, and that keeps the text by itself.
  await offer.getByRole('button', { name: 'Update' }).evaluate((button: HTMLButtonElement) => button.click())
  await expect(page.locator('meta[name="version"]')).toHaveAttribute('content', '2')
  await expect(project.line('Answer the phone').box).toBeAttached()
})

test('a tab that did not ask for the new version is not reloaded, and is offered it', async ({
  page,
  home,
  server,
}) => {
  await home.open(server.url)
  await controlled(page)
  const project = await home.openExample()
  const other = await project.secondTab()
  const loads = countLoads(other.page)
  server.publish(2)
  await comeBack(page)
  await project.pressButton('Update', project.toast('A new version is ready'))
  await expect(page.locator('meta[name="version"]')).toHaveAttribute('content', '2')
  await expect(other.toast('A new version is ready')).toBeVisible()
  await other.line(LINES.desk).tick()
  await other.saved()
  expect([loads(), await version(other.page)]).toEqual([0, '1'])
})
