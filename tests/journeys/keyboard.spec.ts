import { LINES } from '../support/screens/project.ts'
import { test as base, expect } from '../support/screens/test.ts'

const test = base.extend({
  example: async ({ example }, use) => {
    await example.hearsKeys()
    await use(example)
  },
})

test('j and k walk the lines; x and Space tick, e edits and u takes back', async ({ page, example }) => {
  await page.keyboard.press('j')
  await expect(example.line(LINES.businessCase).box).toBeFocused()
  await page.keyboard.press('j')
  await page.keyboard.press('j')
  await expect(example.line(LINES.marketplace).box).toBeFocused()
  await page.keyboard.press('k')
  await expect(example.line(LINES.price).box).toBeFocused()

  const desk = example.line(LINES.desk)
  await desk.box.focus()
  await page.keyboard.press('x')
  await desk.is('true')
  await page.keyboard.press('Space')
  await desk.is('false')
  await page.keyboard.press('u')
  await desk.is('true')

  await page.keyboard.press('e')
  const text = page.getByRole('textbox', { name: 'Responsibility' })
  await expect(text).toBeFocused()
  await page.keyboard.press('ControlOrMeta+a')
  await page.keyboard.type('jxu')
  await page.keyboard.press('Enter')
  await page.keyboard.press('Escape')
  await expect(text).toBeHidden()
  await example.line('jxu').is('true')
})

test('n writes a new line, and the letters of shortcuts are letters there', async ({ page, example }) => {
  await example.line(LINES.production).box.focus()
  await page.keyboard.press('n')
  const field = page.getByRole('textbox', { name: 'New line in Move to Production' })
  await expect(field).toBeFocused()
  await page.keyboard.type('xjk?/u')
  await page.keyboard.press('Enter')
  await page.keyboard.press('Escape')
  await expect(field).toBeHidden()
  await example.has('Move to Production', [LINES.production, 'xjk?/u'])
})

test('Ctrl+K and / jump to a line by a few letters, and ? lists the shortcuts', async ({ page, example }) => {
  for (const key of ['ControlOrMeta+k', '/']) {
    await page.keyboard.press(key)
    await expect(page.getByRole('combobox')).toBeFocused()
    await page.keyboard.type('first-level')
    await page.keyboard.press('Enter')
    await expect(page.getByRole('dialog')).toBeHidden()
    await expect(example.line(LINES.firstLevel).box).toBeFocused()
    await page.keyboard.press('j')
  }
  await page.keyboard.press('?')
  await expect(example.dialog('Keyboard shortcuts')).toContainText('Next line')
  await page.keyboard.press('x')
  await page.keyboard.press('Escape')
  await expect(page.getByRole('dialog')).toBeHidden()
  await example.line(LINES.desk).is('false')
})

test('the command palette also does things', async ({ page, example }) => {
  await page.keyboard.press('ControlOrMeta+k')
  await expect(page.getByRole('dialog').getByRole('combobox')).toBeFocused()
  await page.keyboard.type('stages')
  await page.keyboard.press('Enter')
  await expect(example.dialog('Stages')).toBeVisible()
})

test('the list of projects answers to n', async ({ page, home, newProject }) => {
  await home.open()
  await page.keyboard.press('n')
  await expect(newProject.title).toHaveText('New project')
})

test('the first Tab leads to a way past the bar', async ({ page, home }) => {
  await home.open()
  await page.keyboard.press('Tab')
  await expect(page.getByRole('button', { name: 'Skip to the content' })).toBeFocused()
  await page.keyboard.press('Enter')
  await expect(page.getByRole('main')).toBeFocused()
})
