import { once } from 'node:events'
import { WebSocket } from 'ws'
import type { LinkKeys } from '../../../src/sealing/keys.ts'
import type { Bytes } from '../../../src/wire/bytes.ts'
import { encodeDeviceMessage } from '../../../src/wire/deviceMessage.ts'
import { type DeviceMessage, RELAY_PATH, type RelayMessage, SUBPROTOCOL } from '../../../src/wire/message.ts'
import { partsOf } from '../../../src/wire/parts.ts'
import { decodeRelayMessage } from '../../../src/wire/relayMessage.ts'
import { encodeSubmission, type LinkEnvelope } from '../../../src/wire/submission.ts'
import { type Author, fresh, idOf } from './author.ts'

/** A bare connection to a relay, without any of the app's own client. */
export interface Device {
  readonly socket: WebSocket
  /** What the relay says next; rejects where the connection ends before. */
  next(): Promise<RelayMessage>
  /** What it says next of one type, passing over the rest. */
  nextOf<Type extends RelayMessage['type']>(type: Type): Promise<Extract<RelayMessage, { type: Type }>>
  say(message: DeviceMessage): void
  /** Submits a record and gives the relay's word on it. */
  submit(record: Bytes, expected?: number, envelopes?: readonly LinkEnvelope[]): Promise<RelayMessage>
  /** The close code. */
  readonly closed: Promise<number>
}

/** Connects to a relay at `http://…`. */
export async function connect(url: string, headers: Record<string, string> = {}): Promise<Device> {
  const socket = new WebSocket(`${url.replace('http', 'ws')}${RELAY_PATH}`, SUBPROTOCOL, { headers })
  const heard: RelayMessage[] = []
  /** Who waits for the word on a submission, by record id: several may be on their way at once. */
  const submitted = new Map<string, (message: RelayMessage) => void>()
  const waiting: { resolve(message: RelayMessage): void; reject(error: Error): void }[] = []
  let end: Error | null = null
  socket.on('message', (data: Buffer) => {
    const message = decodeRelayMessage(data)
    const settle = 'id' in message && submitted.get(hex(message.id))
    if (settle) return settle(message)
    const first = waiting.shift()
    if (first) first.resolve(message)
    else heard.push(message)
  })
  const closed = new Promise<number>((resolve) => {
    socket.on('close', (code) => {
      end = new Error(`closed with ${code}`)
      for (const { reject } of waiting.splice(0)) reject(end)
      resolve(code)
    })
  })
  socket.on('error', () => {})
  await once(socket, 'open')

  function next(): Promise<RelayMessage> {
    const first = heard.shift()
    if (first) return Promise.resolve(first)
    if (end) return Promise.reject(end)
    return new Promise((resolve, reject) => waiting.push({ resolve, reject }))
  }
  const device: Device = {
    socket,
    closed,
    next,
    async nextOf(type) {
      for (;;) {
        const message = await next()
        if (message.type === type) return message as never
      }
    },
    say: (message) => socket.send(encodeDeviceMessage(message)),
    async submit(record, expected = 0, envelopes = []) {
      const id = idOf(record)
      const word = new Promise<RelayMessage | null>((resolve) => submitted.set(hex(id), resolve))
      for (const part of partsOf(encodeSubmission({ record, envelopes })))
        device.say({ type: 'submit', id, expected, ...part })
      const told = await Promise.race([word, closed.then(() => null)])
      submitted.delete(hex(id))
      if (!told) throw end ?? new Error('closed')
      return told
    },
  }
  return device
}

/** Connects and says hello by a link; `after` and `head` are what it followed before. */
export async function greet(
  url: string,
  author: Author,
  by: LinkKeys,
  { after = 0, head = new Uint8Array(32) as Bytes, headers = {}, token = by.token } = {},
): Promise<Device> {
  const device = await connect(url, headers)
  device.say({ type: 'hello', protocol: 1, room: author.room, token, device: fresh(16), after, head })
  return device
}

/** Makes the author's room on a relay. */
export async function makeRoom(url: string, author: Author): Promise<void> {
  const device = await greet(url, author, author.owner)
  await device.nextOf('welcome')
  const { record, envelopes } = await author.manifest(1)
  const { type } = await device.submit(record, 0, envelopes)
  if (type !== 'ack') throw new Error(`the room was not made: ${type}`)
  device.socket.close()
  await device.closed
}

const hex = (bytes: Uint8Array): string => Buffer.from(bytes).toString('hex')
