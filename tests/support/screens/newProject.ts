import { expect, type Locator } from '@playwright/test'
import { ProjectScreen } from './project.ts'
import { begins, Screen } from './screen.ts'

/** The form for a new project. */
export class NewProjectScreen extends Screen {
  async open(): Promise<void> {
    await this.page.goto('/new')
    await expect(this.title).toHaveText('New project')
  }

  get name(): Locator {
    return this.page.getByRole('textbox', { name: 'Project name' })
  }

  get yourName(): Locator {
    return this.page.getByRole('textbox', { name: 'Your name' })
  }

  get thirdParty(): Locator {
    return this.page.getByRole('checkbox', { name: 'A third party takes part' })
  }

  get youAre(): Locator {
    return this.page.getByRole('radiogroup', { name: 'You are' })
  }

  party(code: string): Locator {
    return this.youAre.getByRole('radio', { name: begins(code) })
  }

  get create(): Locator {
    return this.page.getByRole('button', { name: 'Create project' })
  }

  /** Fills the form in and creates the project. */
  async make(project: {
    name: string
    me: string
    as: string
    thirdParty?: boolean
  }): Promise<ProjectScreen> {
    await this.name.fill(project.name)
    await this.thirdParty.setChecked(project.thirdParty ?? true)
    await this.yourName.fill(project.me)
    await this.party(project.as).check()
    await this.press(this.create)
    const screen = new ProjectScreen(this.page, this.touch)
    await screen.ready()
    return screen
  }
}
