import { test as base, expect } from '@playwright/test'
import { HomeScreen } from './home.ts'
import { NewProjectScreen } from './newProject.ts'
import type { ProjectScreen } from './project.ts'
import { SettingsScreen } from './settings.ts'

interface Screens {
  readonly home: HomeScreen
  readonly newProject: NewProjectScreen
  readonly settings: SettingsScreen
  /** The filled-in example, open and stored; one is Ana Ruiz of CIT there. */
  readonly example: ProjectScreen
  readonly complaints: readonly string[]
}

/** Playwright's test with the app's screens; it fails where the app throws or breaks its own policy. */
export const test = base.extend<Screens>({
  complaints: [
    async ({ context }, use) => {
      const complaints: string[] = []
      context.on('weberror', (error) => complaints.push(String(error.error())))
      context.on('console', (message) => {
        if (message.text().includes('Content Security Policy')) complaints.push(message.text())
      })
      await use(complaints)
      expect(complaints).toEqual([])
    },
    { auto: true },
  ],
  home: async ({ page, hasTouch }, use) => use(new HomeScreen(page, hasTouch)),
  newProject: async ({ page, hasTouch }, use) => use(new NewProjectScreen(page, hasTouch)),
  settings: async ({ page, hasTouch }, use) => use(new SettingsScreen(page, hasTouch)),
  example: async ({ home }, use) => {
    await home.open()
    await use(await home.openExample())
  },
})

export { expect }
