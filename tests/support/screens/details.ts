import { expect, type Locator } from '@playwright/test'
import { begins, Screen } from './screen.ts'

/** The details of one line: a sheet over the phone, a panel beside the table on a desktop. */
export class LineDetails extends Screen {
  /** All of it. */
  get frame(): Locator {
    return this.touch
      ? this.page.getByRole('dialog')
      : this.page.getByRole('complementary', { name: 'Details' })
  }

  /** What the details are of: the words the line begins with. */
  override get title(): Locator {
    return this.frame.getByRole('heading', { level: 2 })
  }

  field(name: string): Locator {
    return this.frame.getByLabel(name, { exact: true })
  }

  /** Types into a field and leaves it, which keeps what was typed. */
  async write(name: string, text: string): Promise<void> {
    await this.field(name).fill(text)
    await this.field(name).blur()
  }

  async pressed(name: string | RegExp): Promise<void> {
    await this.pressButton(name, this.frame)
  }

  /** Says why a line is blocked or does not apply. */
  async because(kind: 'Blocked' | 'Not applicable', reason: string): Promise<void> {
    await this.pressed(`${kind}…`)
    await this.field(kind === 'Blocked' ? 'What blocks it?' : 'Why is it not applicable?').fill(reason)
    await this.pressed(kind === 'Blocked' ? 'Mark as blocked' : 'Mark as not applicable')
  }

  /** Says of parties whether they own the line, and how they share it. */
  async own(parties: Readonly<Record<string, boolean>>, rule?: 'Jointly' | 'Either of them'): Promise<void> {
    const owner = this.frame.getByRole('group', { name: 'Owner' })
    for (const [code, owns] of Object.entries(parties)) {
      await owner.getByRole('checkbox', { name: begins(code) }).setChecked(owns)
    }
    if (rule) await this.frame.getByRole('radio', { name: rule }).check()
  }

  async close(): Promise<void> {
    await this.pressed(this.touch ? 'Close' : 'Close the details')
    await expect(this.frame).toBeHidden()
  }
}
