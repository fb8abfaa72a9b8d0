import { expect } from '../support/screens/test.ts'
import { controlled, newerWaits, test, version } from '../support/screens/worker.ts'

test('after one visit every route opens with no server at all', async ({ page, server }) => {
  await page.goto(server.url)
  await controlled(page)
  server.cut()
  for (const path of ['/', '/new', '/templates', '/settings', '/p/an-id-from-a-link', '/nothing/here']) {
    await page.goto(server.url + path)
    await expect(page.getByRole('heading').first(), path).toBeVisible()
  }
})

test('a newer version waits while the app is open, through a reload and a second tab', async ({
  page,
  server,
}) => {
  await page.goto(server.url)
  await controlled(page)
  server.publish(2)
  expect(await newerWaits(page)).toBe(true)
  await page.reload()
  expect(await version(page)).toBe('1')
  const second = await page.context().newPage()
  await second.goto(`${server.url}/new`)
  expect(await version(second)).toBe('1')
})

test('a newer version takes over when it is told to, and only that message tells it', async ({
  page,
  server,
}) => {
  await page.goto(server.url)
  await controlled(page)
  server.publish(2)
  await newerWaits(page)
  const stillWaiting = await page.evaluate(async () => {
    const { waiting } = await navigator.serviceWorker.ready
    for (const message of [null, 'SKIP_WAITING', { type: 'OTHER' }, {}]) waiting?.postMessage(message)
    await (await navigator.serviceWorker.ready).update()
    return waiting?.state
  })
  expect(stillWaiting).toBe('installed')
  await page.evaluate(async () => {
    const taken = new Promise((done) => navigator.serviceWorker.addEventListener('controllerchange', done))
    ;(await navigator.serviceWorker.ready).waiting?.postMessage({ type: 'SKIP_WAITING' })
    await taken
  })
  server.cut()
  await page.goto(`${server.url}/new`)
  expect(await version(page)).toBe('2')
})

test('Chromium finds nothing that keeps the app from being installed', async ({ page, server }) => {
  await page.goto(server.url)
  await controlled(page)
  const devtools = await page.context().newCDPSession(page)
  const { installabilityErrors } = await devtools.send('Page.getInstallabilityErrors')
  // Test pages live in a private profile, which is the one thing that may be said against them.
  expect(installabilityErrors.filter(({ errorId }) => errorId !== 'in-incognito')).toEqual([])
  const { errors, data } = await devtools.send('Page.getAppManifest')
  expect(errors).toEqual([])
  const manifest = JSON.parse(data ?? '{}') as { icons: { src: string }[]; screenshots: { src: string }[] }
  for (const { src } of [...manifest.icons, ...manifest.screenshots]) {
    const answer = await page.request.get(server.url + src)
    expect(answer.headers()['content-type'], src).toBe('image/png')
  }
})
