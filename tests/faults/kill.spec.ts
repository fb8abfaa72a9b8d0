import { expect, test } from '@playwright/test'
import { chosenSeed } from './example.ts'
import { surviveKills } from './killing.ts'

test('50 kills of the browser lose nothing that showed as saved', async ({ baseURL }) => {
  test.setTimeout(3_600_000)
  const kills = await surviveKills(baseURL ?? '', 50, chosenSeed())
  console.log(
    `killed with everything saved ${kills.saved} times, with something unsaved ${kills.unsaved} times`,
  )
  // Kills that all came late would prove nothing.
  expect(kills.unsaved).toBeGreaterThan(0)
})
