import type { Page } from '@playwright/test'
import { expect, test } from '../support/screens/test.ts'

interface Picture {
  readonly src: string
  readonly sizes: string
  readonly purpose?: string
}

interface Manifest {
  readonly icons: readonly Picture[]
  readonly screenshots: readonly (Picture & { readonly form_factor: string })[]
  readonly shortcuts: readonly {
    readonly name: string
    readonly url: string
    readonly icons: readonly Picture[]
  }[]
}

/** The manifest as Chromium reads it from the page that is open. */
async function manifestOf(page: Page): Promise<Manifest> {
  const devtools = await page.context().newCDPSession(page)
  const { data, errors } = await devtools.send('Page.getAppManifest')
  expect(errors).toEqual([])
  return JSON.parse(data ?? '') as Manifest
}

/** What a picture is once decoded: its size, and how opaque its least opaque corner is, from 0 to 255. */
function decode(page: Page, { src }: Picture): Promise<{ size: string; corner: number }> {
  return page.evaluate(async (address) => {
    const picture = await createImageBitmap(await (await fetch(address)).blob())
    const { width, height } = picture
    const canvas = new OffscreenCanvas(width, height).getContext('2d')
    canvas?.drawImage(picture, 0, 0)
    const corners = [0, width - 1].flatMap((x) => [0, height - 1].map((y) => [x, y] as const))
    const opacity = corners.map(([x, y]) => canvas?.getImageData(x, y, 1, 1).data[3] ?? 0)
    return { size: `${width}x${height}`, corner: Math.min(...opacity) }
  }, src)
}

/** Chromium's offer to install, which a test's private profile never makes; it counts how often it is asked. */
function offerToInstall(page: Page, outcome: 'accepted' | 'dismissed'): Promise<void> {
  return page.evaluate((chosen) => {
    const { dataset } = document.documentElement
    dataset.prompts ??= '0'
    const prompt = async () => {
      dataset.prompts = String(Number(dataset.prompts) + 1)
    }
    const offer = new Event('beforeinstallprompt', { cancelable: true })
    dispatchEvent(Object.assign(offer, { prompt, userChoice: Promise.resolve({ outcome: chosen }) }))
  }, outcome)
}

const prompts = (page: Page) => page.locator('html').getAttribute('data-prompts')

test('the shortcut "New project" of the installed app opens the form', async ({ page, newProject }) => {
  await page.goto('/')
  const { shortcuts } = await manifestOf(page)
  const [shortcut] = shortcuts
  expect(shortcut).toMatchObject({ name: 'New project', url: '/new' })
  await page.goto(shortcut?.url ?? '')
  await expect(newProject.title).toHaveText('New project')
  await expect(newProject.name).toBeEditable()
  await expect(newProject.create).toBeEnabled()
})

test('icons and screenshots of the manifest are as large as it says', async ({ page }) => {
  await page.goto('/')
  const { icons, screenshots, shortcuts } = await manifestOf(page)
  const pictures = [...icons, ...screenshots, ...shortcuts.flatMap((shortcut) => shortcut.icons)]
  for (const picture of pictures) expect((await decode(page, picture)).size, picture.src).toBe(picture.sizes)
  expect(screenshots.map(({ form_factor }) => form_factor).toSorted()).toEqual(['narrow', 'wide'])
})

test('the icon that a phone may cut to any shape fills its square', async ({ page }) => {
  await page.goto('/')
  const { icons } = await manifestOf(page)
  const maskable = icons.filter(({ purpose }) => purpose === 'maskable')
  expect(maskable).toMatchObject([{ sizes: '512x512' }])
  for (const icon of maskable) expect((await decode(page, icon)).corner, icon.src).toBe(255)
})

test('the button for installing comes with the offer of the browser, and asks it', async ({ page, home }) => {
  await home.open()
  const install = page.getByRole('button', { name: 'Install', exact: true })
  await expect(page.getByText('Your projects are kept on this device')).toBeVisible()
  await expect(install).toBeHidden()
  await offerToInstall(page, 'dismissed')
  await expect(install).toBeVisible()
  await home.press(install)
  // An offer holds for one question; the browser makes another when it likes.
  await expect(install).toBeHidden()
  expect(await prompts(page)).toBe('1')
  await offerToInstall(page, 'accepted')
  await home.press(install)
  await expect(install).toBeHidden()
  expect(await prompts(page)).toBe('2')
})

test('the button for installing goes away once the app is installed', async ({ page, home, settings }) => {
  await home.open()
  const install = page.getByRole('button', { name: 'Install', exact: true })
  await offerToInstall(page, 'accepted')
  await expect(install).toBeVisible()
  await page.evaluate(() => dispatchEvent(new Event('appinstalled')))
  await expect(install).toBeHidden()
  await offerToInstall(page, 'accepted')
  await home.press(page.getByRole('link', { name: 'Settings' }))
  await expect(settings.title).toHaveText('Settings')
  await expect(page.getByText('Rollcall is installed on this device.')).toBeVisible()
  await expect(install).toBeHidden()
})

test.describe('on an iPhone', () => {
  test.use({
    userAgent:
      'Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.0 Mobile/15E148 Safari/604.1',
  })

  test('the steps for installing are shown', async ({ page, home }) => {
    await home.open()
    await home.pressButton('How to install')
    const steps = home.dialog('Install on iPhone or iPad')
    await expect(steps.getByRole('listitem')).toHaveText([
      'Tap the share button of the browser.',
      'Choose “Add to Home Screen”.',
      /^Open Rollcall from the home screen\./,
    ])
    await home.pressButton('Close', steps)
    await expect(steps).toBeHidden()
    await expect(page.getByRole('button', { name: 'How to install' })).toBeFocused()
  })

  test('nothing about installing is shown in the app that was installed', async ({
    page,
    home,
    settings,
  }) => {
    // What Safari says of a page opened from the home screen.
    await page.addInitScript(() => Object.defineProperty(navigator, 'standalone', { value: true }))
    await home.open()
    await expect(page.getByText('Your projects are kept on this device')).toBeVisible()
    await expect(page.getByRole('button', { name: 'How to install' })).toBeHidden()
    await settings.open()
    await expect(page.getByText('Rollcall is installed on this device.')).toBeVisible()
    await expect(page.getByRole('button', { name: 'How to install' })).toBeHidden()
  })
})
