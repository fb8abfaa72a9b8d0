import { expect, test } from '@playwright/test'

test.use({ serviceWorkers: 'allow' })

test('the app loads, and asks for nothing its own policy forbids', async ({ page }) => {
  const complaints: string[] = []
  page.on('console', (message) => {
    if (message.type() === 'error') complaints.push(message.text())
  })
  page.on('pageerror', (error) => complaints.push(error.message))
  await page.goto('/')
  await expect(page).toHaveTitle(/Rollcall/)
  await expect(page.getByRole('heading').first()).toBeVisible()
  expect(complaints).toEqual([])
})
