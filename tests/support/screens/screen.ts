import { expect, type Locator, type Page } from '@playwright/test'

/** Text of an accessible name at its beginning. */
export function begins(text: string): RegExp {
  return new RegExp(`^${text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')}`)
}

/** What all screens share: the page they are on, and whether a finger or a mouse presses things. */
export class Screen {
  readonly page: Page
  readonly touch: boolean

  constructor(page: Page, touch: boolean) {
    this.page = page
    this.touch = touch
  }

  /** Presses as a person on this device would: with a finger on a phone, else with the mouse. */
  press(target: Locator): Promise<void> {
    return this.touch ? target.tap() : target.click()
  }

  pressButton(name: string | RegExp, within: Page | Locator = this.page): Promise<void> {
    return this.press(within.getByRole('button', { name, exact: true }))
  }

  /** The page's own heading. */
  get title(): Locator {
    return this.page.getByRole('heading', { level: 1 })
  }

  /** The open dialog. */
  dialog(title: string | RegExp): Locator {
    return this.page.getByRole('dialog', { name: title })
  }

  /** What was said in passing, with its buttons. */
  toast(text: string | RegExp): Locator {
    return this.page.locator('.toast').filter({ hasText: text })
  }

  /** Takes away what was said in passing. */
  async dismissToasts(): Promise<void> {
    const dismiss = this.page.locator('.toast').getByRole('button', { name: 'Dismiss' })
    for (let left = await dismiss.count(); left > 0; left--) await this.press(dismiss.last())
    await expect(dismiss).toHaveCount(0)
  }

  /** Opens a menu by its button's name and chooses from it. */
  async choose(menu: string, item: string | RegExp): Promise<void> {
    await this.pressButton(menu)
    const items = this.page.getByRole('menu', { name: menu })
    await this.press(items.getByRole('menuitem', { name: item }))
  }

  /** Answers a dialog that asks for a name. */
  async giveName(dialog: string, field: string, name: string, button: string): Promise<void> {
    const asked = this.dialog(dialog)
    await asked.getByRole('textbox', { name: field }).fill(name)
    await this.pressButton(button, asked)
    await expect(asked).toBeHidden()
  }
}
