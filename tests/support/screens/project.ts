import { expect, type Locator } from '@playwright/test'
import { LineRow } from './line.ts'
import { box, makePointer } from './pointer.ts'
import { begins, Screen } from './screen.ts'

/** The built-in template's lines, each by the words it begins with, in order. */
export const LINES = {
  businessCase: 'Write the business case',
  price: 'Settle price and engagement',
  marketplace: 'Look in the Paylocity marketplace',
  credentials: 'Hand out the API credentials',
  configuration: 'Agree on every configuration',
  testing: 'Once implementation is complete',
  production: 'Confirm that scope and tests',
  firstLevel: 'Give first-level support',
  desk: 'Take questions and requests',
} as const

export const STAGES = [
  'Discovery',
  'Implementation',
  'Testing',
  'Move to Production',
  'Ongoing Support',
] as const

/** The name of the project that "Open an example" makes. There one is Ana Ruiz of CIT. */
export const EXAMPLE = 'Payroll feed for Brightwater Foods'

/** The page of one project. */
export class ProjectScreen extends Screen {
  get table(): Locator {
    return this.page.getByRole('table', { name: 'Responsibilities' })
  }

  /** All lines' tick boxes in the order they are shown. */
  get boxes(): Locator {
    return this.table.getByRole('checkbox')
  }

  get id(): string {
    return new URL(this.page.url()).pathname.replace('/p/', '')
  }

  /** Waits until shortcuts are heard: they are loaded after the lines are on screen. */
  async hearsKeys(): Promise<void> {
    await this.page.locator('html[data-keys=heard]').waitFor({ state: 'attached' })
  }

  /** Waits until lines are on screen and all is stored. */
  async ready(): Promise<void> {
    await expect(this.page).toHaveURL(/\/p\/\w+/)
    await expect(this.boxes.first()).toBeVisible()
    await this.saved()
  }

  get saving(): Locator {
    return this.page.getByRole('status', { name: 'Saving' })
  }

  async saved(): Promise<void> {
    await expect(this.saving).toHaveText('Saved on this device')
  }

  /** Loads the page anew once all is stored. */
  async reload(): Promise<void> {
    await this.saved()
    await this.page.reload()
    await this.ready()
  }

  line(text: string): LineRow {
    return new LineRow(this, this.table, text)
  }

  stage(title: string): Locator {
    return this.table.getByRole('heading', { level: 2, name: begins(title) })
  }

  /** A stage with its lines. */
  section(title: string): Locator {
    const heading = this.page.getByRole('heading', { level: 2, name: begins(title) })
    return this.table.getByRole('rowgroup').filter({ has: heading })
  }

  /** Expects these lines and no others in a stage, in this order, each by the words it begins with. */
  async has(stage: string, lines: readonly string[]): Promise<void> {
    await expect(this.section(stage).getByRole('checkbox')).toHaveText(lines.map(begins))
  }

  get undo(): Locator {
    return this.page.getByRole('banner').getByRole('button', { name: 'Undo' })
  }

  /** A phone has it in the menu. */
  redo(): Promise<void> {
    return this.touch ? this.fromMenu('Redo') : this.pressButton('Redo')
  }

  /** Presses Undo in the toast that says what was done. */
  undoInToast(text: string | RegExp): Promise<void> {
    return this.pressButton('Undo', this.toast(text))
  }

  fromMenu(item: string | RegExp): Promise<void> {
    return this.choose('Project menu', item)
  }

  /** By way of "Jump to…": the menu of a phone does without them. */
  async openShortcuts(): Promise<void> {
    await this.fromMenu('Jump to…')
    await this.page.getByRole('combobox').fill('Keyboard shortcuts')
    await this.page.keyboard.press('Enter')
    await expect(this.dialog('Keyboard shortcuts')).toBeVisible()
  }

  /** "A third party takes part", in the menu. */
  async setThirdParty(takesPart: boolean): Promise<void> {
    await this.pressButton('Project menu')
    const item = this.page.getByRole('menuitemcheckbox', { name: 'A third party takes part' })
    await expect(item).toHaveAttribute('aria-checked', String(!takesPart))
    await this.press(item)
  }

  /** Chooses a filter, having read how many lines it says it shows: a row of buttons on a desktop, a dialog on a phone. */
  async showOnly(
    whose: string,
    { openOnly = false, counted }: { openOnly?: boolean; counted: number },
  ): Promise<void> {
    const count = RegExp(` ${counted}\\b`)
    if (!this.touch) {
      const scope = this.page
        .getByRole('group', { name: 'Whose lines' })
        .getByRole('button', { name: begins(whose) })
      const open = this.page.getByRole('button', { name: begins('Open only') })
      await scope.click()
      if ((await open.getAttribute('aria-pressed')) !== String(openOnly)) await open.click()
      await expect(open).toHaveAttribute('aria-pressed', String(openOnly))
      await expect(scope).toHaveAccessibleName(count)
      return
    }
    await this.press(this.page.getByRole('button', { name: begins('Filter') }))
    const dialog = this.dialog('Show lines')
    await dialog.getByRole('radio', { name: begins(whose) }).check()
    await dialog.getByRole('switch', { name: 'Open only' }).setChecked(openOnly)
    await expect(dialog.getByRole('radio', { name: begins(whose) })).toHaveAccessibleName(count)
    await this.press(
      dialog.getByRole('button', { name: counted === 1 ? 'Show 1 line' : `Show ${counted} lines` }),
    )
    await expect(dialog).toBeHidden()
  }

  /** Makes lines ready to be dragged: a finger needs it said, a mouse drags at any time. */
  async arrange(): Promise<void> {
    if (!this.touch) return
    await this.fromMenu('Arrange lines')
    await expect(this.page.getByText('Drag a line by its handle')).toBeVisible()
  }

  /** Drags a line by its handle onto the lower half of one below it; `letGo` presses Esc instead of dropping it. */
  async drag(text: string, onto: string, { letGo = false } = {}): Promise<void> {
    const handle = this.line(text).row.getByRole('button', { name: begins('Details:') })
    const target = this.line(onto).row
    await handle.evaluate((element) => element.scrollIntoView({ block: 'start' }))
    const [from, to] = [await box(handle), await box(target)]
    const end = { x: to.x + to.width / 3, y: to.y + to.height * 0.8 }
    const pointer = await makePointer(this.page, this.touch)
    await pointer.down({ x: from.x + from.width / 2, y: from.y + from.height / 2 })
    await pointer.move({ x: from.x + from.width / 2, y: from.y + from.height / 2 + 12 })
    await pointer.move(end)
    await expect(this.table.locator('[data-drop]')).toBeVisible()
    if (letGo) await this.page.keyboard.press('Escape')
    await pointer.up()
    await expect(this.table.locator('[data-dragged]')).toHaveCount(0)
  }

  /** Another tab of the same browser on the same project. */
  async secondTab(): Promise<ProjectScreen> {
    await this.saved()
    const page = await this.page.context().newPage()
    await page.goto(this.page.url())
    const tab = new ProjectScreen(page, this.touch)
    await tab.ready()
    return tab
  }
}
