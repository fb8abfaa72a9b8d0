import { LINES } from '../support/screens/project.ts'
import { expect, test } from '../support/screens/test.ts'

test('each filter tells how many lines it shows, and shows those', async ({ example }) => {
  await example.showOnly('Mine', { counted: 7 })
  await example.has('Ongoing Support', [LINES.firstLevel])
  await example.showOnly('TPA', { counted: 5 })
  await example.has('Discovery', [LINES.price])
  await example.showOnly('PCTY', { counted: 3 })
  await expect(example.boxes).toHaveCount(3)
  await expect(example.stage('Testing')).toBeHidden()
  await example.showOnly('All', { counted: 9 })
  await expect(example.boxes).toHaveCount(9)
})

test('"Open only" counts and shows what is not passed, for all and for one party', async ({ example }) => {
  await example.showOnly('All', { openOnly: true, counted: 5 })
  await example.has('Implementation', [LINES.configuration])
  await expect(example.boxes).toHaveCount(5)
  await example.showOnly('Mine', { openOnly: true, counted: 4 })
  await expect(example.boxes).toHaveCount(4)
})

test('a line ticked under "Open only" stays until the filter is chosen again', async ({ example }) => {
  await example.showOnly('All', { openOnly: true, counted: 5 })
  await example.line(LINES.desk).tick()
  await example.line(LINES.desk).is('true')
  await expect(example.boxes).toHaveCount(5)
  await example.showOnly('All', { openOnly: false, counted: 9 })
  await example.showOnly('All', { openOnly: true, counted: 4 })
  await example.has('Ongoing Support', [LINES.firstLevel])
})

test('a filter that leaves nothing says so and leads back', async ({ example }) => {
  await example.line(LINES.desk).tick()
  await example.showOnly('PCTY', { openOnly: true, counted: 0 })
  await expect(example.table).toContainText('There is nothing to show under “PCTY, Open only” right now.')
  await example.pressButton('Show all lines')
  await expect(example.boxes).toHaveCount(9)
})
