import { Malformed } from '../wire/bytes.ts'
import { encodeDeviceMessage } from '../wire/deviceMessage.ts'
import {
  CLOSE,
  type DeviceMessage,
  type Hello,
  RELAY_PATH,
  type RelayMessage,
  SUBPROTOCOL,
} from '../wire/message.ts'
import { decodeRelayMessage } from '../wire/relayMessage.ts'

/** Why a connection ended for good (docs/PROTOCOL.md W8). Until something changes, coming back would be of no use. */
export type Farewell = 'unknownLink' | 'revoked' | 'unknownRoom' | 'unshared' | 'newerProtocol' | 'malformed'

/** How the connection to a relay is. */
export type ConnectionState =
  /** `attempts` failed since the last connection that was welcomed. */
  | { readonly state: 'connecting'; readonly attempts: number }
  | { readonly state: 'open' }
  | { readonly state: 'waiting'; readonly attempts: number }
  | { readonly state: 'ended'; readonly farewell: Farewell }

/** A connection to a relay that comes back by itself. */
export interface Connection {
  /** Sends a message; false where there is no connection now. What has to arrive is sent again after the next welcome. */
  send(message: DeviceMessage): boolean
  /** Tries again at once: the network is back, or the page is shown. */
  wake(): void
  close(): void
}

/** Pauses between attempts, doubling; each is a random one between half and all of it (docs/PROTOCOL.md W8). */
const PAUSE = { first: 500, longest: 30_000 }
/** A connection without a sound for this long is asked whether it lives, and given up where it does not answer. */
const SILENCE = 25_000
const ANSWER = 10_000

const FAREWELLS: Readonly<Record<number, Farewell>> = {
  [CLOSE.unknownLink]: 'unknownLink',
  [CLOSE.revoked]: 'revoked',
  [CLOSE.unknownRoom]: 'unknownRoom',
  [CLOSE.unshared]: 'unshared',
  [CLOSE.newerProtocol]: 'newerProtocol',
  // The relay does not understand this version of the app, or an intermediary changes what we say.
  [CLOSE.malformed]: 'malformed',
}

/**
 * Connects to the relay at an origin and says hello, again after each loss, until closed or told for good. `hello` is asked
 * each time, since where the device is in the log has moved. Messages are told in order, never two at once; what cannot be
 * read ends the connection like a loss.
 */
export function makeConnection(options: {
  readonly origin: string
  readonly hello: () => Hello
  readonly onMessage: (message: RelayMessage) => void
  readonly onState: (state: ConnectionState) => void
  readonly random?: () => number
  readonly open?: (url: string) => WebSocket
}): Connection {
  const { origin, hello, onMessage, onState, random = Math.random, open = openSocket } = options
  let socket: WebSocket | null = null
  let timer: ReturnType<typeof setTimeout> | undefined
  let attempts = 0
  let over = false

  function connect(): void {
    clearTimeout(timer)
    onState({ state: 'connecting', attempts })
    const current = open(`${origin.replace(/^http/, 'ws')}${RELAY_PATH}`)
    socket = current
    current.binaryType = 'arraybuffer'
    current.onopen = () => current.send(encodeDeviceMessage(hello()))
    current.onmessage = ({ data }) => hear(current, data)
    current.onclose = ({ code }) => lose(current, code)
    listen(current)
  }

  function hear(current: WebSocket, data: unknown): void {
    if (current !== socket) return
    listen(current)
    try {
      if (!(data instanceof ArrayBuffer)) throw new Malformed('a text message')
      const message = decodeRelayMessage(new Uint8Array(data))
      if (message.type === 'welcome') {
        attempts = 0
        onState({ state: 'open' })
      }
      if (message.type !== 'pong') onMessage(message)
    } catch (error) {
      if (!(error instanceof Malformed)) throw error
      drop(current)
    }
  }

  /** Asks after a while of silence whether anyone is there, and gives up where nobody answers: no event tells of that. */
  function listen(current: WebSocket): void {
    clearTimeout(timer)
    timer = setTimeout(() => {
      if (current.readyState === current.OPEN) current.send(encodeDeviceMessage({ type: 'ping' }))
      timer = setTimeout(() => drop(current), ANSWER)
    }, SILENCE)
  }

  function drop(current: WebSocket): void {
    current.close()
    // A dead connection is not told closed for a long time.
    lose(current, 0)
  }

  function lose(current: WebSocket, code: number): void {
    if (current !== socket || over) return
    socket = null
    clearTimeout(timer)
    const farewell = FAREWELLS[code]
    if (farewell) {
      over = true
      onState({ state: 'ended', farewell })
      return
    }
    const pause = Math.min(PAUSE.first * 2 ** attempts, PAUSE.longest)
    attempts++
    onState({ state: 'waiting', attempts })
    timer = setTimeout(connect, pause * (0.5 + random() / 2))
  }

  connect()
  return {
    send(message) {
      if (socket?.readyState !== WebSocket.OPEN) return false
      socket.send(encodeDeviceMessage(message))
      return true
    },
    wake() {
      if (!over && !socket) connect()
    },
    close() {
      over = true
      clearTimeout(timer)
      socket?.close()
      socket = null
    },
  }
}

const openSocket = (url: string): WebSocket => new WebSocket(url, SUBPROTOCOL)
