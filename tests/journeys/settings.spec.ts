import { expect, test } from '../support/screens/test.ts'

test('the look follows the device until one is chosen, which stays', async ({ page, settings }) => {
  const paper = () => page.evaluate(() => getComputedStyle(document.documentElement).backgroundColor)
  await page.emulateMedia({ colorScheme: 'light' })
  await settings.open()
  const light = await paper()
  await page.emulateMedia({ colorScheme: 'dark' })
  await expect.poll(paper).not.toBe(light)
  const dark = await paper()
  await settings.theme('Light').check()
  await expect.poll(paper).toBe(light)
  await page.reload()
  await expect(settings.theme('Light')).toBeChecked()
  expect(await paper()).toBe(light)
  await settings.theme('As device').check()
  await expect.poll(paper).toBe(dark)
})

test('the name given here is proposed for the next project', async ({ page, settings, newProject }) => {
  await settings.open()
  await page.getByRole('textbox', { name: 'Your name' }).fill('Noor')
  await page.getByRole('textbox', { name: 'Your name' }).blur()
  await newProject.open()
  await expect(newProject.yourName).toHaveValue('Noor')
})

test('how safe the data is stands on the list and in the settings', async ({ page, home, settings }) => {
  const words = page.getByText(/Your projects are kept on this device/)
  await home.open()
  await expect(words).toBeVisible()
  await settings.open()
  await expect(words).toBeVisible()
})
