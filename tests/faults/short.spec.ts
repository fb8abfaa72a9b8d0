import { test } from '@playwright/test'
import { desktop } from '../support/playwright.ts'
import { chosenSeed } from './example.ts'
import { surviveKills } from './killing.ts'
import { keepTabsInStep } from './tabbing.ts'

// What kill.spec.ts and tabs.spec.ts do at length, short enough for every run of the tests.

test.use(desktop)

test('5 kills of the browser lose nothing that showed as saved', async ({ baseURL }) => {
  test.setTimeout(180_000)
  await surviveKills(baseURL ?? '', 5, chosenSeed())
})

test('5 rounds of 2 to 4 tabs lose nothing and end equal', async ({ context, baseURL }) => {
  test.setTimeout(180_000)
  await keepTabsInStep(context, baseURL ?? '', 5, chosenSeed())
})
