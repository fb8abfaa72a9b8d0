import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { expect } from '@playwright/test'
import { makeRandom } from '../support/random.ts'
import { startKillable } from './chromium.ts'
import { makeExample, tickable } from './example.ts'
import { openWitnessed } from './witness.ts'

/** How often it was killed with everything saved, and with something still on its way to the disk. */
export interface Kills {
  saved: number
  unsaved: number
}

/**
 * Kills the browser `rounds` times at random moments 0 to 500 ms after ticks, and expects the next start to show every
 * line as it was when "Saved on this device" was last shown.
 */
export async function surviveKills(origin: string, rounds: number, seed: number): Promise<Kills> {
  const random = makeRandom(seed)
  const profile = await mkdtemp(join(tmpdir(), 'rollcall-kills-'))
  const kills: Kills = { saved: 0, unsaved: 0 }
  let address = ''
  let promised = new Map<string, string>()
  try {
    for (let round = 0; round <= rounds; round++) {
      const browser = await startKillable(profile)
      try {
        const page = browser.context.pages()[0] ?? (await browser.context.newPage())
        if (round === 0) address = await makeExample(page, origin)
        const witness = await openWitnessed(page, address)
        const found = await witness.boxes()
        for (const [line, state] of promised) {
          expect
            .soft(found[line], `seed ${seed}, after kill ${round}: "${line}" was shown as saved`)
            .toBe(state)
        }
        const lines = tickable(found)
        for (let ticks = random.below(6); ticks >= 0; ticks--) {
          await pause(random.below(60))
          await witness.tick(random.pick(lines))
        }
        // The moment of the kill is what this is about; nothing is awaited by it. Half of them come while saving.
        await pause(random.below(random.chance(0.5) ? 10 : 500))
        await browser.kill()
        promised = witness.promised()
        kills[promised.size === Object.keys(found).length ? 'saved' : 'unsaved']++
      } finally {
        await browser.kill()
      }
    }
  } finally {
    await rm(profile, { recursive: true, force: true, maxRetries: 3 })
  }
  return kills
}
