import { fillDisk } from '../support/screens/disk.ts'
import { LINES } from '../support/screens/project.ts'
import { expect, test } from '../support/screens/test.ts'

test('leaving is asked about while something is not saved, and not once it is', async ({ page, example }) => {
  const asked: string[] = []
  page.on('dialog', async (dialog) => {
    asked.push(dialog.type())
    await dialog.dismiss()
  })
  const makeRoom = await fillDisk(page)
  await example.line(LINES.desk).tick()
  await expect(example.saving).toHaveText('Not saved')
  // Not `page.reload`, which would wait for the load that the answer prevents.
  await page.evaluate(() => location.reload())
  await expect.poll(() => asked).toEqual(['beforeunload'])
  await example.line(LINES.desk).is('true')

  await makeRoom()
  await example.saved()
  await example.reload()
  await example.line(LINES.desk).is('true')
  expect(asked).toEqual(['beforeunload'])
})
