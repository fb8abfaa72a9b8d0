import { LINES, STAGES } from '../support/screens/project.ts'
import { expect, test } from '../support/screens/test.ts'

test('a project made in the form has the five stages and nine lines of the template with their owners', async ({
  home,
  newProject,
}) => {
  await home.open()
  await home.pressButton('New project')
  await expect(newProject.thirdParty).toBeChecked()
  const project = await newProject.make({ name: 'Payroll feed', me: 'Noor', as: 'TPA' })
  await expect(project.title).toHaveText('Payroll feed')
  await expect(project.table.getByRole('heading', { level: 2 })).toHaveText(
    STAGES.map((title) => RegExp(title)),
  )
  await project.has('Discovery', [LINES.businessCase, LINES.price, LINES.marketplace])
  await project.has('Implementation', [LINES.credentials, LINES.configuration])
  await project.has('Testing', [LINES.testing])
  await project.has('Move to Production', [LINES.production])
  await project.has('Ongoing Support', [LINES.firstLevel, LINES.desk])
  await project.line(LINES.businessCase).says('CIT, open$')
  await project.line(LINES.price).says('either CIT or TPA, not taken yet, open$')
  await project.line(LINES.marketplace).says('CIT and PCTY jointly, open$')
  await project.line(LINES.configuration).says('CIT and TPA jointly, open$')
  await expect(project.section('Testing')).toContainText('Gate: 6 lines open before Move to Production')
})

test('without a third party TPA drops out, and switching that later loses nothing (rules O1, N1)', async ({
  newProject,
}) => {
  await newProject.open()
  await newProject.thirdParty.setChecked(false)
  await expect(newProject.party('TPA')).toBeHidden()
  const project = await newProject.make({ name: 'Two of us', me: 'Ana', as: 'CIT', thirdParty: false })
  const [price, configuration] = [project.line(LINES.price), project.line(LINES.configuration)]
  const firstLevel = project.line(LINES.firstLevel)
  await price.says('CIT, not applicable$')
  await expect(price.row).toContainText('Not applicable: no third party takes part')
  await configuration.says('CIT, open$')
  await firstLevel.says('CIT, open$')
  await expect(project.stage('Discovery')).toContainText('1 of 3')
  await price.tick()
  await expect(project.toast('This line only holds when a third party takes part')).toBeVisible()
  await configuration.tick()
  await configuration.is('true')

  await project.setThirdParty(true)
  await price.says('either CIT or TPA, not taken yet, open$')
  await configuration.says('CIT and TPA jointly, ticked by CIT, waiting for TPA$')
  await configuration.is('mixed')
  await configuration.tickFor('TPA')
  await configuration.is('true')

  await project.setThirdParty(false)
  await price.says('CIT, not applicable$')
  await project.setThirdParty(true)
  await configuration.is('true')
  await project.reload()
  await configuration.is('true')
})

test('teams and contacts given in the form stand in the place of the owners', async ({
  page,
  newProject,
}) => {
  await newProject.open()
  await newProject.press(page.getByText('Teams and contacts'))
  const team = page.getByRole('group', { name: /^CIT/ })
  await team.getByRole('textbox', { name: 'Team name' }).fill('Brightwater IT')
  await newProject.pressButton('Add a contact of CIT')
  await team.getByRole('textbox', { name: 'Name', exact: true }).fill('Lena Park')
  await team.getByRole('textbox', { name: 'Email' }).fill('lena@brightwater.example')
  await team.getByRole('textbox', { name: 'Phone' }).fill('+1 555 0199')
  const project = await newProject.make({ name: 'With people', me: 'Ana', as: 'CIT' })
  await expect(project.line(LINES.configuration).chip('CIT Brightwater IT')).toBeVisible()
  const details = await project.line(LINES.businessCase).open()
  await expect(details.frame).toContainText('Brightwater IT')
  await expect(details.frame.getByRole('link', { name: 'Call Lena Park' })).toHaveAttribute(
    'href',
    'tel:+15550199',
  )
})

test('the form says at the field what is missing, and leads to it', async ({ page, newProject }) => {
  await newProject.open()
  await newProject.press(newProject.create)
  await expect(newProject.name).toBeFocused()
  await expect(newProject.name).toHaveAccessibleDescription(/Give the project a name/)
  await expect(page).toHaveURL(/\/new$/)
})

test('what was typed into the form is there again after a reload', async ({ page, newProject }) => {
  await newProject.open()
  await newProject.name.fill('Half a thought')
  await newProject.thirdParty.setChecked(false)
  await newProject.party('PCTY').check()
  await page.reload()
  await expect(newProject.name).toHaveValue('Half a thought')
  await expect(newProject.thirdParty).not.toBeChecked()
  await expect(newProject.party('PCTY')).toBeChecked()
})

test('a project made without a name can be ticked at once, and says that its ticks carry none', async ({
  newProject,
  page,
}) => {
  await newProject.open()
  await page.getByRole('textbox', { name: 'Project name' }).fill('In a hurry')
  await page.getByRole('button', { name: 'Create project' }).click()
  await expect(page).toHaveURL(/\/p\//)
  const box = page.getByRole('checkbox').first()
  await box.click()
  await expect(box).toHaveAttribute('aria-checked', 'true')
  await page.getByRole('button', { name: 'Say who you are' }).click()
  await page.getByRole('textbox', { name: 'Your name' }).fill('Noor')
  await page.getByRole('button', { name: 'Save', exact: true }).click()
  await expect(page.getByText('What you tick carries no name yet.')).toBeHidden()
})

test('who has not said yet who they are here finds the name that was last used on this device', async ({
  settings,
  newProject,
  page,
}) => {
  await settings.open()
  await settings.yourName.fill('Ana Ruiz')
  await settings.yourName.blur()
  await newProject.open()
  await expect(newProject.yourName).toHaveValue('Ana Ruiz')
  await newProject.name.fill('In a hurry')
  await newProject.yourName.fill('')
  await newProject.press(newProject.create)
  await expect(page).toHaveURL(/\/p\//)
  // Opened by its link, so that nothing has asked for the name before.
  await page.reload()
  await newProject.pressButton('Say who you are')
  await expect(newProject.yourName).toHaveValue('Ana Ruiz')
  await newProject.yourName.fill('')
  await expect(newProject.yourName).toHaveValue('')
})

test('a project opened by its link shows the parties in their colours', async ({ example, page }) => {
  const colour = () =>
    page
      .locator('.owner-code')
      .first()
      .evaluate((code) => getComputedStyle(code).backgroundColor)
  const before = await colour()
  await example.reload()
  await expect.poll(colour).toBe(before)
  expect(before).not.toBe('rgba(0, 0, 0, 0)')
})
