import { test } from '@playwright/test'
import { desktop } from '../support/playwright.ts'
import { chosenSeed } from './example.ts'
import { keepTabsInStep } from './tabbing.ts'

test.use(desktop)

test('50 rounds of 2 to 4 tabs lose nothing and end equal', async ({ context, baseURL }) => {
  test.setTimeout(3_600_000)
  await keepTabsInStep(context, baseURL ?? '', 50, chosenSeed())
})
