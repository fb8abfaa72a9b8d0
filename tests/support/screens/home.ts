import { expect, type Locator } from '@playwright/test'
import { ProjectScreen } from './project.ts'
import { Screen } from './screen.ts'

/** The list of projects. */
export class HomeScreen extends Screen {
  async open(origin = ''): Promise<void> {
    await this.page.goto(`${origin}/`)
    await expect(this.title).toHaveText('Projects')
  }

  /** Makes the filled-in example and waits until it is on screen and stored. */
  async openExample(): Promise<ProjectScreen> {
    await this.pressButton('Open an example')
    const project = new ProjectScreen(this.page, this.touch)
    await project.ready()
    return project
  }

  /** Back to the list, from wherever that is one step away. */
  async back(): Promise<void> {
    await this.press(this.page.getByRole('link', { name: 'Projects', exact: true }))
    await expect(this.title).toHaveText('Projects')
  }

  card(name: string): Locator {
    return this.page
      .getByRole('list', { name: 'Projects' })
      .getByRole('listitem')
      .filter({ has: this.page.getByRole('link', { name, exact: true }) })
  }

  get cards(): Locator {
    return this.page.getByRole('list', { name: 'Projects' }).getByRole('heading', { level: 2 })
  }

  chooseFor(name: string, item: string): Promise<void> {
    return this.choose(`More about ${name}`, item)
  }

  async openCard(name: string): Promise<ProjectScreen> {
    await this.press(this.page.getByRole('link', { name, exact: true }))
    const project = new ProjectScreen(this.page, this.touch)
    await project.ready()
    return project
  }

  /** "My open lines", across all projects. */
  get mine(): Locator {
    return this.page.getByRole('region', { name: 'My open lines' })
  }

  get search(): Locator {
    return this.page.getByRole('searchbox', { name: 'Search projects and your lines' })
  }
}
