import { expect, type Page } from '@playwright/test'

/** Makes the filled-in example and gives its address, once it is stored. */
export async function makeExample(page: Page, origin: string): Promise<string> {
  await page.goto(origin)
  await page.getByRole('button', { name: 'Open an example' }).click()
  await expect(page.getByRole('checkbox').first()).toBeVisible()
  await expect(page.getByRole('status', { name: 'Saving' })).toHaveText('Saved on this device')
  return page.url()
}

/** The lines that a press ticks without asking anything; an *either* line asks who takes it. */
export function tickable(boxes: Readonly<Record<string, string>>): string[] {
  return Object.keys(boxes).filter((line) => !line.startsWith('Give first-level support'))
}

/** The seed of a run: given to repeat one, else another each time. */
export const chosenSeed = (): number => Number(process.env.FAULT_SEED ?? Date.now() % 1_000_000)
