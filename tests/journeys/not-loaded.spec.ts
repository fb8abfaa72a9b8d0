import type { Page } from '@playwright/test'
import { STAGES } from '../support/screens/project.ts'
import { expect, test } from '../support/screens/test.ts'

// The config blocks the service worker, so each part comes from the server when it is first asked for.

/** Takes the script or the style sheet of a part away; gives a function that brings it back. */
async function withhold(page: Page, name: string, kind: 'js' | 'css' = 'js'): Promise<() => Promise<void>> {
  const files = RegExp(`/assets/${name}-[^/]+\\.${kind}$`)
  await page.route(files, (route) => route.abort('internetdisconnected'))
  return () => page.unroute(files)
}

const NOT_LOADED = 'This part of Rollcall could not be loaded'

for (const kind of ['js', 'css'] as const) {
  test(`a dialog whose ${kind} cannot be loaded says so and leaves the project as it is`, async ({
    page,
    example,
  }) => {
    const giveBack = await withhold(page, 'Stages', kind)
    await example.fromMenu('Stages…')
    const message = example.toast(`${NOT_LOADED}. Check the network, then try again.`)
    await expect(message).toBeVisible()
    await expect(example.boxes).toHaveCount(9)
    await example.pressButton('Try again', message)
    await expect(message).toBeVisible()
    await expect(example.dialog('Stages')).toBeHidden()
    await giveBack()
    await example.pressButton('Try again', message)
    const dialog = example.dialog('Stages')
    await expect(dialog.getByRole('textbox').first()).toHaveValue(STAGES[0])
    // A style sheet is not asked for again by itself.
    const styles = await page.evaluate(() =>
      [...document.styleSheets].some(({ href }) => href?.includes('/assets/Stages-')),
    )
    expect(styles).toBe(true)
    await expect(example.toast('A new version is ready')).toBeHidden()
  })
}

test('details that cannot be loaded are asked for by the next press', async ({ page, example }) => {
  const giveBack = await withhold(page, 'Details')
  const more = example.table.getByRole('button', { name: /^Details:/ }).first()
  await example.press(more)
  await expect(example.toast(NOT_LOADED)).toBeVisible()
  await expect(page).toHaveURL(/\/p\/\w+$/)
  await giveBack()
  await example.press(more)
  await expect(page.getByRole('button', { name: 'Move down' })).toBeVisible()
})

test('the offer to try a part again goes with its page', async ({ page, example, home }) => {
  await withhold(page, 'Details')
  await example.press(example.table.getByRole('button', { name: /^Details:/ }).first())
  await expect(example.toast(NOT_LOADED)).toBeVisible()
  await example.press(page.getByRole('link', { name: 'Projects', exact: true }))
  await expect(home.title).toHaveText('Projects')
  // Sooner than it passes by itself.
  await expect(home.toast(NOT_LOADED)).toBeHidden({ timeout: 3_000 })
})

test('the keys of a project come when the network is back', async ({ page, home }) => {
  const giveBack = await withhold(page, '(keys|lineDrag)')
  const missing = page.waitForEvent('requestfailed', (request) => request.url().includes('/keys-'))
  await home.open()
  const project = await home.openExample()
  await missing
  await page.context().setOffline(true)
  await giveBack()
  await page.context().setOffline(false)
  const shortcuts = project.dialog('Keyboard shortcuts')
  await expect
    .poll(async () => {
      await page.keyboard.press('?')
      return shortcuts.isVisible()
    })
    .toBe(true)
})

test('the foot of the list comes when the network is back', async ({ page, home }) => {
  const giveBack = await withhold(page, 'HomeFoot')
  await home.open()
  await expect(home.toast(NOT_LOADED)).toBeVisible()
  await page.context().setOffline(true)
  await giveBack()
  await page.context().setOffline(false)
  await expect(page.locator('.home-foot')).toBeVisible()
})

test('a screen that cannot be loaded says so, and comes when the network is back', async ({
  page,
  home,
  settings,
}) => {
  await home.open()
  const giveBack = await withhold(page, 'SettingsScreen')
  await home.press(page.getByRole('link', { name: 'Settings' }))
  const message = page.getByRole('alert')
  await expect(message).toContainText(NOT_LOADED)
  await expect(page.getByText('A new version is ready')).toBeHidden()
  await home.pressButton('Try again', message)
  await expect(message).toContainText(NOT_LOADED)
  await home.press(page.getByRole('link', { name: 'Projects', exact: true }))
  await expect(home.title).toHaveText('Projects')
  await home.press(page.getByRole('link', { name: 'Settings' }))
  await expect(message).toContainText(NOT_LOADED)
  await page.context().setOffline(true)
  await giveBack()
  await page.context().setOffline(false)
  await expect(settings.title).toHaveText('Settings')
})

test('a form that lacks the built-in templates says so instead of doing nothing, and comes when asked again', async ({
  page,
  home,
}) => {
  await home.open()
  const giveBack = await withhold(page, 'integrationDeliverables')
  await home.pressButton('New project')
  const message = page.getByRole('alert')
  await expect(message).toContainText(NOT_LOADED)
  await giveBack()
  await home.pressButton('Try again', message)
  await expect(page.getByRole('radio', { name: /Integration deliverables/ })).toBeChecked()
})

test('a part that a newer version replaced is announced as that', async ({ page, example }) => {
  await withhold(page, 'Stages')
  await page.route(
    (url) => url.pathname === '/',
    (route) =>
      route.fulfill({
        contentType: 'text/html',
        body: '<script type="module" src="/assets/newer.js"></script>',
      }),
  )
  await example.fromMenu('Stages…')
  await expect(example.toast('A new version is ready')).toBeVisible()
})
