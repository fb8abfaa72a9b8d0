import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { type Connection, type ConnectionState, makeConnection } from '../../src/sync/connection.ts'
import type { Hello, RelayMessage } from '../../src/wire/message.ts'
import { encodeRelayMessage } from '../../src/wire/relayMessage.ts'
import { fresh, makeAuthor } from '../support/relay/author.ts'
import { greet, makeRoom } from '../support/relay/device.ts'
import { serveRelay } from '../support/relay/served.ts'

const hello: Hello = {
  type: 'hello',
  protocol: 1,
  room: fresh(20),
  token: fresh(32),
  device: fresh(16),
  after: 0,
  head: new Uint8Array(32),
}

/** A socket that does what the test says. */
class FakeSocket {
  readonly OPEN = 1
  readyState = 1
  binaryType = ''
  sent: Uint8Array[] = []
  closed = false
  onopen: () => void = () => {}
  onmessage: (event: { data: unknown }) => void = () => {}
  onclose: (event: { code: number }) => void = () => {}
  send(data: Uint8Array) {
    this.sent.push(data)
  }
  close() {
    this.closed = true
  }
  hear(message: RelayMessage) {
    this.onmessage({ data: encodeRelayMessage(message).buffer })
  }
}

let sockets: FakeSocket[]
let states: ConnectionState[]
let heard: RelayMessage[]
let connection: Connection

const welcome: RelayMessage = {
  type: 'welcome',
  standing: 'follows',
  last: 0,
  head: new Uint8Array(32),
  snapshot: 0,
  envelope: new Uint8Array(),
  manifest: new Uint8Array(),
}

beforeEach(() => {
  vi.useFakeTimers()
  sockets = []
  states = []
  heard = []
  connection = makeConnection({
    origin: 'https://rollcall.example',
    hello: () => hello,
    onMessage: (message) => heard.push(message),
    onState: (state) => states.push(state),
    random: () => 1,
    open: (url) => {
      expect(url).toBe('wss://rollcall.example/relay')
      const socket = new FakeSocket()
      sockets.push(socket)
      return socket as unknown as WebSocket
    },
  })
  return () => connection.close()
})
afterEach(() => vi.useRealTimers())

const last = () => sockets.at(-1) as FakeSocket

test('W8 it comes back with pauses that double from half a second to thirty', () => {
  const pauses: number[] = []
  for (let loss = 0; loss < 9; loss++) {
    const before = sockets.length
    last().onclose({ code: 1006 })
    let waited = 0
    while (sockets.length === before) {
      vi.advanceTimersByTime(250)
      waited += 250
    }
    pauses.push(waited)
  }
  expect(pauses).toEqual([500, 1000, 2000, 4000, 8000, 16_000, 30_000, 30_000, 30_000])
})

test('W8 a welcome starts the pauses anew, and a network that is back ends one', () => {
  last().onclose({ code: 1006 })
  vi.advanceTimersByTime(500)
  last().onclose({ code: 1006 })
  connection.wake()
  expect(sockets).toHaveLength(3)
  last().hear(welcome)
  expect(states.at(-1)).toEqual({ state: 'open' })
  last().onclose({ code: 1001 })
  vi.advanceTimersByTime(500)
  expect(sockets).toHaveLength(4)
})

test.each([
  [4401, 'unknownLink'],
  [4403, 'revoked'],
  [4404, 'unknownRoom'],
  [4409, 'newerProtocol'],
  [4410, 'unshared'],
])('W8 code %i ends it for good: %s', (code, farewell) => {
  last().onclose({ code })
  connection.wake()
  vi.advanceTimersByTime(60_000)
  expect(sockets).toHaveLength(1)
  expect(states.at(-1)).toEqual({ state: 'ended', farewell })
})

test('a connection that died without a word is asked, given up and made again', () => {
  last().onopen()
  last().hear(welcome)
  const silent = last()
  vi.advanceTimersByTime(25_000)
  expect(silent.sent.at(-1)).toEqual(new Uint8Array([4]))
  vi.advanceTimersByTime(10_000)
  expect(silent.closed).toBe(true)
  vi.advanceTimersByTime(500)
  expect(sockets).toHaveLength(2)
  // What the dead one still says is nobody's.
  silent.hear(welcome)
  expect(heard).toHaveLength(1)
})

test('W1 what cannot be read is a loss, and nothing of it is told', () => {
  last().onmessage({ data: new Uint8Array([255, 1]).buffer })
  expect(heard).toEqual([])
  expect(states.at(-1)).toEqual({ state: 'waiting', attempts: 1 })
  vi.advanceTimersByTime(500)
  last().onmessage({ data: 'a text' })
  expect(states.at(-1)).toEqual({ state: 'waiting', attempts: 2 })
})

test('a message is sent while there is a connection only', () => {
  expect(connection.send({ type: 'ping' })).toBe(true)
  last().onclose({ code: 1006 })
  expect(connection.send({ type: 'ping' })).toBe(false)
})

test('W5 with a real relay it is welcomed and follows, and notices that the relay stops', async () => {
  vi.useRealTimers()
  const served = await serveRelay()
  const author = await makeAuthor()
  await makeRoom(served.url, author)
  const told = Promise.withResolvers<RelayMessage>()
  const ended = Promise.withResolvers<void>()
  let waits = 0
  const real = makeConnection({
    origin: served.url,
    hello: () => ({ ...hello, room: author.room, token: author.edit.token }),
    onMessage: (message) => message.type === 'record' && message.number === 2 && told.resolve(message),
    onState: (state) => {
      if (state.state === 'waiting' && waits++ === 0) ended.resolve()
    },
  })
  const writer = await greet(served.url, author, author.owner)
  await writer.submit(await author.update(author.owner))
  expect(await told.promise).toMatchObject({ type: 'record', number: 2 })
  await served.stop()
  await ended.promise
  expect(real.send({ type: 'ping' })).toBe(false)
  real.close()
})
