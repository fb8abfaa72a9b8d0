import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { createServer } from 'node:http'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { text } from 'node:stream/consumers'
import { expect, test } from 'vitest'
import { listen, stop } from '../../src/relay/listen.ts'
import { openSqliteLog } from '../../src/relay/log/sqlite.ts'
import { makeStatusHandler } from '../../src/relay/status.ts'
import { makeAuthor } from '../support/relay/author.ts'
import { greet, makeRoom } from '../support/relay/device.ts'
import { serveRelay } from '../support/relay/served.ts'

test('/healthz and /metrics tell how the relay is, and leave all else to the app', async () => {
  let metrics: () => Promise<string> | undefined = () => Promise.resolve('rollcall_sockets 2\n')
  const server = createServer(
    makeStatusHandler(
      () => metrics(),
      (_request, response) => response.end('app'),
    ),
  )
  const outcome = await listen(server, { port: 0, host: '127.0.0.1' })
  if ('refused' in outcome) throw new Error(outcome.refused)
  const get = async (path: string) => {
    const response = await fetch(outcome.url + path)
    return [response.status, await response.text()]
  }
  expect(await get('/healthz')).toEqual([200, 'ok\n'])
  expect(await get('/metrics')).toEqual([200, 'rollcall_sockets 2\n'])
  expect(await get('/p/x')).toEqual([200, 'app'])
  metrics = () => undefined
  expect((await get('/healthz'))[0]).toBe(503)
  metrics = () => Promise.reject(new Error('the disk is gone'))
  expect((await get('/healthz'))[0]).toBe(503)
  await stop(server)
})

test('the metrics count records, sockets and rooms', async () => {
  const served = await serveRelay()
  const author = await makeAuthor()
  await makeRoom(served.url, author)
  const device = await greet(served.url, author, author.edit)
  await device.submit(await author.update(author.edit))
  const told = await served.relay.metrics()
  for (const line of ['records_total 2', 'sockets 1', 'rooms 1', 'open_rooms 1'])
    expect(told).toContain(`\nrollcall_${line}\n`)
  expect(told).toMatch(/^# HELP rollcall_\w+ .+\n# TYPE rollcall_\w+ counter\n/)
  await served.stop()
})

test('npm run relay:backup copies the log while the relay writes to it', async () => {
  const served = await serveRelay({ RECORDS_PER_SECOND: '100000' })
  const author = await makeAuthor()
  await makeRoom(served.url, author)
  const device = await greet(served.url, author, author.edit)
  for (let count = 0; count < 20; count++) await device.submit(await author.update(author.edit))
  const folder = mkdtempSync(join(tmpdir(), 'relay-copy-'))
  const copy = join(folder, 'copy.sqlite')
  const program = resolve(import.meta.dirname, '../../src/relay/backup.ts')
  const run = async () => {
    const env = { PATH: '', DATA_DIR: join(served.file, '..') }
    const child = spawn(process.execPath, [program, copy], { env, stdio: 'pipe' })
    const [[code], said] = await Promise.all([once(child, 'exit'), text(child.stderr)])
    return { code, said }
  }
  const running = run()
  for (let count = 0; count < 20; count++) await device.submit(await author.update(author.edit))
  expect(await running).toMatchObject({ code: 0 })
  const log = openSqliteLog(copy, { liveBytes: 1e9, supersededBytes: 1e9, supersededMs: 1e9 })
  const records = await log.read(author.room, 0, Number.MAX_SAFE_INTEGER)
  expect(records.length).toBeGreaterThanOrEqual(21)
  expect(records.map(({ number }) => number)).toEqual(records.map((_, index) => index + 1))
  await log.close()
  // What is there is never written over.
  expect(await run()).toMatchObject({ code: 1, said: expect.stringContaining('there already') })
  await served.stop()
  rmSync(folder, { recursive: true })
})
