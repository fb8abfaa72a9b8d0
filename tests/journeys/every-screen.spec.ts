import { expectAccessible } from '../support/screens/axe.ts'
import { fillDisk } from '../support/screens/disk.ts'
import type { HomeScreen } from '../support/screens/home.ts'
import { EXAMPLE, LINES, type ProjectScreen } from '../support/screens/project.ts'
import { expectTargets } from '../support/screens/targets.ts'
import { expect, test } from '../support/screens/test.ts'

/** Screens that need no project, each by the way to it. */
const WITHOUT_PROJECT: Readonly<Record<string, (home: HomeScreen) => Promise<void>>> = {
  'the empty list': (home) => home.open(),
  'the list without a network': async (home) => {
    await home.open()
    await home.page.context().setOffline(true)
    await expect(home.page.getByText('Offline', { exact: true })).toBeVisible()
  },
  'the form for a new project': async (home) => {
    await home.page.goto('/new')
    await home.press(home.page.getByText('Teams and contacts'))
    await home.pressButton('Add a contact of CIT')
    await expect(home.page.getByRole('group', { name: 'Contact 1' })).toBeVisible()
  },
  'the form with something wrong in it': async (home) => {
    await home.page.goto('/new')
    await home.pressButton('Create project')
    await expect(home.page.getByText('Give the project a name.')).toBeVisible()
  },
  'the templates': async (home) => {
    await home.page.goto('/templates')
    await home.press(home.page.getByText('Look inside'))
    await expect(home.page.getByRole('heading', { name: 'Ongoing Support' })).toBeVisible()
  },
  'the settings': async (home) => {
    await home.page.goto('/settings')
    await expect(home.page.getByRole('heading', { name: 'Keyboard shortcuts' })).toBeVisible()
  },
  'the dialog for restoring a backup': async (home) => {
    await home.page.goto('/settings')
    await home.pressButton('Restore from a file')
    await expect(home.dialog('Restore a backup')).toBeVisible()
  },
  'a page that is not there': async (home) => {
    await home.page.goto('/nothing/here')
    await expect(home.title).toHaveText('There is no such page')
  },
  'a project that is not here': async (home) => {
    await home.page.goto('/p/an-id-from-a-link')
    await expect(home.page.getByText('This project is not on this device')).toBeVisible()
  },
}

/** States of the list that need the example to be in it. */
const LISTED: Readonly<Record<string, (home: HomeScreen) => Promise<void>>> = {
  'the list': async (home) => expect(home.card(EXAMPLE)).toBeVisible(),
  'the menu of a project in the list': (home) => home.pressButton(`More about ${EXAMPLE}`),
  'the question for a name': (home) => home.chooseFor(EXAMPLE, 'Duplicate…'),
  'the archived and the deleted': async (home) => {
    await home.chooseFor(EXAMPLE, 'Duplicate…')
    await home.giveName('Duplicate the project', 'Project name', 'Second', 'Duplicate')
    await home.chooseFor(EXAMPLE, 'Archive')
    await home.chooseFor('Second', 'Delete')
    await home.dismissToasts()
    await home.press(home.page.getByText('Archived (1)'))
    await home.press(home.page.getByText('Recently deleted (1)'))
    await expect(home.page.getByRole('button', { name: 'Restore Second' })).toBeVisible()
  },
}

/** States of a project's page. */
const OPEN: Readonly<Record<string, (project: ProjectScreen) => Promise<void>>> = {
  'a project': async (project) => expect(project.boxes).toHaveCount(9),
  'a project without a third party, and a toast': async (project) => {
    await project.setThirdParty(false)
    await expect(project.page.locator('.toast')).toBeVisible()
  },
  'the menu of a project': (project) => project.pressButton('Project menu'),
  'the question who takes a line': async (project) => {
    await project.line(LINES.firstLevel).tick()
    await expect(project.dialog('Who takes it?')).toBeVisible()
  },
  'a refusal': async (project) => {
    await project.setThirdParty(false)
    await project.line(LINES.price).tick()
    await expect(project.toast('This line only holds')).toBeVisible()
  },
  'a new line being written': async (project) => {
    await project.pressButton('Add a line to Testing')
    await project.pressButton('Owner: CIT')
    await expect(project.page.getByRole('group', { name: 'Owner' })).toBeVisible()
  },
  'lines being arranged': async (project) => {
    await project.fromMenu('Arrange lines')
    await expect(project.page.getByText('Drag a line by its handle')).toBeVisible()
  },
  'a filter that leaves nothing': async (project) => {
    await project.line(LINES.desk).tick()
    await project.showOnly('PCTY', { openOnly: true, counted: 0 })
  },
  'the details of a line': async (project) => {
    const details = await project.line(LINES.configuration).open()
    await details.own({}, 'Either of them')
  },
  'the details of a line that is blocked and does not apply': async (project) => {
    const details = await project.line(LINES.testing).open()
    await details.because('Not applicable', 'Tested elsewhere')
    await expect(details.frame).toContainText('Tested elsewhere')
    await project.dismissToasts()
  },
  'a reason that is asked for': async (project) => {
    const details = await project.line(LINES.credentials).open()
    await details.pressed('Blocked…')
    await details.pressed('Mark as blocked')
    await expect(details.frame).toContainText('Give the reason')
  },
  'the parties': (project) => project.fromMenu('Parties and contacts…'),
  'the form of a party': async (project) => {
    await project.fromMenu('Parties and contacts…')
    await project.pressButton('Add a party')
    await project.pressButton('Add', project.page.getByRole('dialog'))
  },
  'the form of a contact': async (project) => {
    await project.fromMenu('Parties and contacts…')
    await project.pressButton('Edit Tom Okafor')
  },
  'the stages': (project) => project.fromMenu('Stages…'),
  'the jump to a line': async (project) => {
    await project.fromMenu('Jump to…')
    await expect(project.page.getByRole('option').first()).toBeVisible()
  },
  'the shortcuts': (project) => project.openShortcuts(),
  'the question who one is': (project) => project.fromMenu('You are Ana Ruiz…'),
  'a project that cannot be saved': async (project) => {
    await fillDisk(project.page)
    await project.line(LINES.desk).tick()
    await expect(project.saving).toHaveText('Not saved')
    await expect(project.page.getByRole('alert')).toContainText('This device has no room left')
  },
  'a project without stages': async (project) => {
    await project.fromMenu('Stages…')
    for (const stage of ['Discovery', 'Implementation', 'Testing', 'Move to Production', 'Ongoing Support'])
      await project.choose(`More about ${stage}`, 'Remove stage')
    await project.pressButton('Close', project.dialog('Stages'))
    await expect(project.page.getByText('No stages yet')).toBeVisible()
  },
}

for (const [name, goTo] of Object.entries(WITHOUT_PROJECT)) {
  test(`${name} is for everyone`, async ({ page, home, hasTouch }) => {
    await goTo(home)
    await expectAccessible(page)
    if (hasTouch) await expectTargets(page)
  })
}

for (const [name, goTo] of Object.entries(LISTED)) {
  test(`${name} is for everyone`, async ({ page, home, example, hasTouch }) => {
    await example.saved()
    await home.back()
    await goTo(home)
    await expectAccessible(page)
    if (hasTouch) await expectTargets(page)
  })
}

for (const [name, goTo] of Object.entries(OPEN)) {
  test(`${name} is for everyone`, async ({ page, example, hasTouch }) => {
    await goTo(example)
    await expectAccessible(page)
    if (hasTouch) await expectTargets(page)
  })
}
