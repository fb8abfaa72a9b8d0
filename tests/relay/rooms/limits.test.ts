import { once } from 'node:events'
import { afterEach, expect, test } from 'vitest'
import { WebSocket } from 'ws'
import type { RecordLog } from '../../../src/relay/log/recordLog.ts'
import { CLOSE, RELAY_PATH } from '../../../src/wire/message.ts'
import { type Author, fresh, makeAuthor } from '../../support/relay/author.ts'
import { connect, greet, makeRoom } from '../../support/relay/device.ts'
import { type Served, serveRelay } from '../../support/relay/served.ts'

let served: Served
afterEach(() => served.stop())

async function relay(
  env: Record<string, string>,
  wrap?: (log: RecordLog) => RecordLog,
): Promise<{ author: Author; url: string }> {
  served = await serveRelay(env, wrap)
  const author = await makeAuthor()
  await makeRoom(served.url, author)
  return { author, url: served.url }
}

test('W9 a message longer than the limit ends the connection', async () => {
  const { author, url } = await relay({ MESSAGE_KIB: '4' })
  const device = await greet(url, author, author.edit)
  device.socket.send(new Uint8Array(5000))
  expect(await device.closed).toBe(1009)
})

test('W9 presence over 1 KiB ends the connection, and over 10 a second is dropped', async () => {
  const { author, url } = await relay({ PRESENCE_PER_SECOND: '3' })
  const [one, other] = [await greet(url, author, author.edit), await greet(url, author, author.view)]
  await Promise.all([one.nextOf('level'), other.nextOf('level')])
  for (let said = 0; said < 6; said++) one.say({ type: 'presence', bytes: new Uint8Array([said]) })
  one.say({ type: 'ping' })
  await one.nextOf('pong')
  other.say({ type: 'ping' })
  const heard: string[] = []
  for (let message = await other.next(); message.type !== 'pong'; message = await other.next())
    heard.push(message.type)
  expect(heard).toEqual(['presence', 'presence', 'presence'])
  one.say({ type: 'presence', bytes: fresh(1025) })
  expect(await one.closed).toBe(CLOSE.malformed)
})

test('W9 submissions over the limit are refused with the time to wait, parts that follow are passed over', async () => {
  const { author, url } = await relay({ RECORDS_PER_SECOND: '2' })
  const device = await greet(url, author, author.edit)
  const records = [await author.update(author.edit), await author.update(author.edit)]
  for (const record of records) expect(await device.submit(record)).toMatchObject({ type: 'ack' })
  const large = await author.update(author.edit, fresh(300_000))
  const refused = await device.submit(large)
  expect(refused).toMatchObject({ type: 'refused', reason: 'tooFast' })
  expect(refused.type === 'refused' && refused.detail).toBeGreaterThan(0)
  device.say({ type: 'ping' })
  expect(await device.nextOf('pong')).toBeDefined()
})

test('W9 a room has so many sockets and no more', async () => {
  const { author, url } = await relay({ SOCKETS_PER_ROOM: '2' })
  const two = [await greet(url, author, author.edit), await greet(url, author, author.edit)]
  await Promise.all(two.map((device) => device.nextOf('level')))
  expect(await (await greet(url, author, author.edit)).closed).toBe(CLOSE.roomCrowded)
  two[0]?.socket.close()
  await two[0]?.closed
  expect(await (await greet(url, author, author.edit)).nextOf('level')).toBeDefined()
})

test('W9 rooms made by one address are counted by the hour', async () => {
  const { url } = await relay({ ROOMS_PER_HOUR: '1' })
  const second = await makeAuthor()
  expect(await (await greet(url, second, second.owner)).closed).toBe(CLOSE.tooManyAttempts)
})

test('W9 hellos that failed are counted by the address behind a trusted proxy', async () => {
  const { author, url } = await relay({ FAILURES_PER_HOUR: '2', TRUST_PROXY: '1' })
  const from = (address: string) => ({ headers: { 'x-forwarded-for': `10.9.9.9, ${address}` } })
  const guess = () => greet(url, author, author.edit, { token: fresh(32), ...from('192.0.2.1') })
  for (let tries = 0; tries < 2; tries++) expect(await (await guess()).closed).toBe(CLOSE.unknownLink)
  expect(await (await greet(url, author, author.edit, from('192.0.2.1'))).closed).toBe(CLOSE.tooManyAttempts)
  expect(await (await greet(url, author, author.edit, from('192.0.2.2'))).nextOf('level')).toBeDefined()
})

test('W9 without a trusted proxy the header of a client counts for nothing', async () => {
  const { author, url } = await relay({ FAILURES_PER_HOUR: '1' })
  const guess = (address: string) =>
    greet(url, author, author.edit, { token: fresh(32), headers: { 'x-forwarded-for': address } })
  expect(await (await guess('192.0.2.1')).closed).toBe(CLOSE.unknownLink)
  expect(await (await guess('192.0.2.2')).closed).toBe(CLOSE.tooManyAttempts)
})

test('W9 a connection that says no hello in time is ended', async () => {
  const { url } = await relay({ HELLO_MS: '50' })
  expect(await (await connect(url)).closed).toBe(CLOSE.noHello)
})

test('W9 a reader that does not read is dropped, and the others are served', async () => {
  const { author, url } = await relay({ UNSENT_KIB: '64', PRESENCE_PER_SECOND: '100000' })
  const [slow, talker] = [await greet(url, author, author.view), await greet(url, author, author.edit)]
  await Promise.all([slow.nextOf('level'), talker.nextOf('level')])
  slow.socket.pause()
  const dropped = async () => /rollcall_slow_readers_total 1\n/.test(await served.relay.metrics())
  while (!(await dropped())) {
    for (let said = 0; said < 500; said++) talker.say({ type: 'presence', bytes: fresh(1000) })
    talker.say({ type: 'ping' })
    await talker.nextOf('pong')
  }
  slow.socket.resume()
  expect(await slow.closed).not.toBe(1000)
  expect(await talker.submit(await author.update(author.edit))).toMatchObject({ type: 'ack' })
})

test('only pages of the app’s own origin, or of the list, may open a WebSocket', async () => {
  const { url } = await relay({ ORIGINS: 'https://friend.example' })
  const opened = async (origin: string) => {
    const socket = new WebSocket(url.replace('http', 'ws') + RELAY_PATH, { origin })
    const [kind] = await Promise.race([
      once(socket, 'open').then(() => ['open']),
      once(socket, 'unexpected-response').then(([, { statusCode }]) => [statusCode]),
    ])
    socket.on('error', () => {})
    socket.terminate()
    return kind
  }
  expect(await opened(url)).toBe('open')
  expect(await opened('https://friend.example')).toBe('open')
  expect(await opened('https://evil.example')).toBe(403)
  expect(await opened('null')).toBe(403)
})

test('L1 what the disk did not take is not acknowledged, and is taken when it can be', async () => {
  let broken = false
  const { author, url } = await relay({}, (log) => ({
    ...log,
    append: (...given) => (broken ? Promise.reject(new Error('disk full')) : log.append(...given)),
  }))
  const device = await greet(url, author, author.edit)
  const record = await author.update(author.edit)
  broken = true
  expect(await device.submit(record)).toMatchObject({ type: 'refused', reason: 'notStored' })
  broken = false
  expect(await device.submit(record)).toMatchObject({ type: 'ack', number: 2 })
})
