import { expect, type Page } from '@playwright/test'

/**
 * Makes a project from the built-in template through the form "New project", by the accessible names outside tools rely
 * on. Gives the address of its page, which is then shown with its lines.
 */
export async function createProject(page: Page, name: string): Promise<string> {
  await page.goto('/')
  await page.getByRole('button', { name: 'New project' }).click()
  await page.getByRole('textbox', { name: 'Project name' }).fill(name)
  await page.getByRole('textbox', { name: 'Your name' }).fill('Ana')
  await page.getByRole('radiogroup', { name: 'You are' }).getByRole('radio').first().check()
  await page.getByRole('button', { name: 'Create project' }).click()
  await page.waitForURL(/\/p\/[\w-]+$/)
  await page.getByRole('checkbox').first().waitFor()
  return page.url()
}

/** Resolves when the page says that all edits are on this device. */
export async function savedOnDevice(page: Page): Promise<void> {
  await expect(page.getByRole('status', { name: 'Saving' })).toHaveText('Saved on this device')
}
