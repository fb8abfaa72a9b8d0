import { expect, type Locator } from '@playwright/test'
import { Screen } from './screen.ts'

/** What holds for the whole device. */
export class SettingsScreen extends Screen {
  async open(origin = ''): Promise<void> {
    await this.page.goto(`${origin}/settings`)
    await expect(this.title).toHaveText('Settings')
  }

  get yourName(): Locator {
    return this.page.getByRole('textbox', { name: 'Your name' })
  }

  theme(name: string): Locator {
    return this.page.getByRole('radio', { name })
  }
}
