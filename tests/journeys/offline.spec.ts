import { HomeScreen } from '../support/screens/home.ts'
import { EXAMPLE, LINES } from '../support/screens/project.ts'
import { expect } from '../support/screens/test.ts'
import { controlled, test } from '../support/screens/worker.ts'

test('with no server and no network, links into the app open and everything works', async ({
  page,
  context,
  home,
  newProject,
  server,
}) => {
  await home.open(server.url)
  await controlled(page)
  const project = await home.openExample()
  const address = page.url()
  server.cut()
  await context.setOffline(true)

  await page.goto(address)
  await project.ready()
  await expect(page.getByRole('banner').getByText('Offline', { exact: true })).toBeVisible()
  await expect(project.title).toHaveText(EXAMPLE)
  await project.line(LINES.desk).tick()
  const details = await project.line(LINES.firstLevel).open()
  await details.write('Due', '2031-05-03')
  await details.close()
  await project.reload()
  await project.line(LINES.desk).is('true')
  await expect(project.line(LINES.firstLevel).row).toContainText('2031')

  await page.goto(`${server.url}/settings`)
  await expect(home.title).toHaveText('Settings')
  await page.goto(`${server.url}/new`)
  const made = await newProject.make({ name: 'Made on a train', me: 'Ana', as: 'CIT' })
  await made.line(LINES.businessCase).tick()
  await made.saved()
  await home.back()
  await expect(page.getByText('Offline')).toBeVisible()
  await expect(home.card('Made on a train')).toBeVisible()
})

test('a tab opened with no server finds what another tab wrote', async ({ page, context, home, server }) => {
  await home.open(server.url)
  await controlled(page)
  const project = await home.openExample()
  server.cut()
  await context.setOffline(true)
  const other = await project.secondTab()
  await other.line(LINES.desk).tick()
  await project.line(LINES.desk).is('true')
})

test('parts of the app that load late are there without a network', async ({
  page,
  context,
  home,
  server,
}) => {
  await home.open(server.url)
  await controlled(page)
  server.cut()
  await context.setOffline(true)
  const project = await new HomeScreen(page, home.touch).openExample()
  for (const [item, title] of [
    ['Stages…', 'Stages'],
    ['Parties and contacts…', 'Parties and contacts'],
  ] as const) {
    await project.fromMenu(item)
    await project.pressButton('Close', project.dialog(title))
  }
  await project.openShortcuts()
})
