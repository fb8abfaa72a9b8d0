import { LINES } from '../support/screens/project.ts'
import { expect, test } from '../support/screens/test.ts'

test('a tick says who and when, counts, and outlives a reload (rule T1)', async ({ example }) => {
  const desk = example.line(LINES.desk)
  await desk.is('false')
  await expect(example.stage('Ongoing Support')).toContainText('0 of 2')
  await desk.tick()
  await desk.is('true')
  await desk.says('PCTY Integrations, done$|PCTY, done$')
  await expect(example.stage('Ongoing Support')).toContainText('1 of 2')
  await example.reload()
  await desk.is('true')
  const details = await desk.open()
  await expect(details.frame).toContainText(/PCTY ticked: made by Ana Ruiz \(CIT\) for PCTY/)
})

test('a joint line is done when each of its parties ticked it (rule T1)', async ({ example }) => {
  const line = example.line(LINES.production)
  await line.is('false')
  await line.tickFor('TPA')
  await line.is('mixed')
  await line.says('ticked by TPA, waiting for CIT$')
  await expect(line.chip('TPA')).toHaveAttribute('aria-pressed', 'true')
  await line.tickFor('CIT')
  await line.is('true')
  await line.tickFor('TPA')
  await line.is('mixed')
})

test('a press on a joint line ticks for my party alone', async ({ example }) => {
  const line = example.line(LINES.production)
  await line.tick()
  await line.says('ticked by CIT, waiting for TPA$')
  await line.tick()
  await line.says('open$')
  await line.is('false')
})

test('the first tick of an either line asks who takes it, and the claim stays (rule T2)', async ({
  page,
  example,
}) => {
  const line = example.line(LINES.firstLevel)
  await line.tick()
  const ask = example.dialog('Who takes it?')
  await example.press(ask.getByRole('button', { name: 'TPA' }))
  await expect(ask).toBeHidden()
  await line.is('true')
  await line.says('taken by TPA, done$')
  await expect(line.row).toContainText('took it')

  await line.tick()
  await line.is('false')
  await line.says('taken by TPA, open$')
  await line.tick()
  await expect(page.getByRole('dialog')).toBeHidden()
  await line.is('true')
})

test('who was asked may answer nothing, and then nothing changes', async ({ page, example }) => {
  const line = example.line(LINES.firstLevel)
  await line.tick()
  await expect(example.dialog('Who takes it?')).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(page.getByRole('dialog')).toBeHidden()
  await line.says('not taken yet, open$')
  await expect(line.box).toBeFocused()
})

test('an example line that is blocked is ticked all the same, which frees it and says so (rule B1)', async ({
  example,
}) => {
  const line = example.line(LINES.testing)
  await expect(line.row).toContainText('Blocked: Test file lacks the new cost centres')
  await line.tickFor('CIT')
  await line.is('mixed')
  await expect(line.row).not.toContainText('Blocked')
  await expect(example.toast('for CIT. It is no longer blocked.')).toBeVisible()
})

test('the gate counts what is open before it, and opens with the last line', async ({ example }) => {
  const gate = example.section('Testing')
  await expect(gate).toContainText('Gate: 2 lines open before Move to Production')
  await example.line(LINES.configuration).tick()
  await expect(gate).toContainText('Gate: 1 line open before Move to Production')
  await example.line(LINES.testing).tickFor('CIT')
  await example.line(LINES.testing).tickFor('TPA')
  await expect(gate).toContainText('Gate passed')
})
