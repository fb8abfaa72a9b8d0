import { expect, test } from '../support/screens/test.ts'

test('a project that is slow to open says that it is still opening', async ({ page, example }) => {
  await example.saved()
  // On a busy device the answer to opening a project's database comes late: here, when it is told to.
  await page.addInitScript((name) => {
    const told = new Promise((done) => addEventListener('answer', done, { once: true }))
    const open = IDBFactory.prototype.open
    IDBFactory.prototype.open = function slowOpen(...options) {
      const request = open.apply(this, options)
      if (!options[0].includes(name)) return request
      Object.defineProperty(request, 'onsuccess', {
        set(answer: (event: Event) => void) {
          request.addEventListener('success', async (event) => {
            await told
            answer.call(request, event)
          })
        },
      })
      return request
    }
  }, example.id)
  const worker: string[] = []
  page.on('request', (request) => /workbox-window/.test(request.url()) && worker.push(request.url()))
  await page.reload()
  await expect(page.getByRole('status').filter({ hasText: 'Still opening…' })).toBeVisible()
  // What waits for the first screen does not get in the way of it.
  expect(worker).toEqual([])
  await page.evaluate(() => dispatchEvent(new Event('answer')))
  await example.ready()
  await expect(page.getByText('Still opening…')).toBeHidden()
  await expect.poll(() => worker).toHaveLength(1)
})
