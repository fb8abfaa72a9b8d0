import { expect, type Locator } from '@playwright/test'
import { LineDetails } from './details.ts'
import { begins, type Screen } from './screen.ts'

/** One line of the table. */
export class LineRow {
  readonly screen: Screen
  readonly box: Locator
  readonly row: Locator

  constructor(screen: Screen, table: Locator, text: string) {
    this.screen = screen
    const box = screen.page.getByRole('checkbox', { name: begins(text) })
    this.row = table.getByRole('row').filter({ has: box })
    this.box = this.row.getByRole('checkbox')
  }

  /** Presses the line itself. */
  tick(): Promise<void> {
    return this.screen.press(this.box)
  }

  /** The button that ticks a joint line for one party. */
  chip(code: string): Locator {
    return this.row.getByRole('button', { name: begins(`Tick for ${code}`) })
  }

  tickFor(code: string): Promise<void> {
    return this.screen.press(this.chip(code))
  }

  /** Opens the line's details. */
  async open(): Promise<LineDetails> {
    await this.screen.press(this.row.getByRole('button', { name: begins('Details:') }))
    const details = new LineDetails(this.screen.page, this.screen.touch)
    await expect(details.frame).toBeVisible()
    return details
  }

  async is(state: 'true' | 'mixed' | 'false'): Promise<void> {
    await expect(this.box).toHaveAttribute('aria-checked', state)
  }

  /** Expects words of the owner or the state in the line's name. */
  async says(words: string | RegExp): Promise<void> {
    await expect(this.box).toHaveAccessibleName(words instanceof RegExp ? words : new RegExp(words))
  }
}
