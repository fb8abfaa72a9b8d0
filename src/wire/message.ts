import { type Bytes, Malformed, makeReader, makeWriter, type Reader } from './bytes.ts'
import type { Part } from './parts.ts'

/** Version of the messages, and the WebSocket's subprotocol (PROTOCOL.md W1). */
export const PROTOCOL = 1
export const SUBPROTOCOL = 'rollcall.1'
export const RELAY_PATH = '/relay'

/** Longest message (PROTOCOL.md W1). */
export const MESSAGE_LIMIT = 256 * 1024

/** How the relay's log relates to what a device knows (PROTOCOL.md W7). */
export const STANDINGS = ['follows', 'behind', 'fork', 'unknown'] as const
export type Standing = (typeof STANDINGS)[number]

/** Why a submission was refused, by its number from 1 (PROTOCOL.md W7). */
export const REFUSALS = [
  'notAllowed',
  'staleEpoch',
  'outrun',
  'tooLarge',
  'roomFull',
  'tooFast',
  'malformed',
  'notStored',
] as const
export type RefusalReason = (typeof REFUSALS)[number]

/** Close codes (PROTOCOL.md W8). */
export const CLOSE = {
  goingAway: 1001,
  malformed: 4400,
  unknownLink: 4401,
  revoked: 4403,
  unknownRoom: 4404,
  noHello: 4408,
  newerProtocol: 4409,
  unshared: 4410,
  roomCrowded: 4413,
  tooManyAttempts: 4429,
  slowReader: 4431,
} as const

export interface Hello {
  readonly type: 'hello'
  readonly protocol: number
  readonly room: Bytes
  readonly token: Bytes
  readonly device: Bytes
  readonly after: number
  readonly head: Bytes
}

/** What a device says (PROTOCOL.md W2). */
export type DeviceMessage =
  | Hello
  | ({ readonly type: 'submit'; readonly id: Bytes; readonly expected: number } & Part)
  | { readonly type: 'presence'; readonly bytes: Bytes }
  | { readonly type: 'ping' }
  | { readonly type: 'beneath'; readonly from: number; readonly to: number }
  | { readonly type: 'uses' }
  | { readonly type: 'unshare' }

export interface Welcome {
  readonly type: 'welcome'
  readonly standing: Standing
  readonly last: number
  readonly head: Bytes
  /** Number of the newest snapshot; 0: none. */
  readonly snapshot: number
  readonly envelope: Bytes
  /** The newest manifest's record. */
  readonly manifest: Bytes
}

/** What the relay says (PROTOCOL.md W3). */
export type RelayMessage =
  | Welcome
  | ({ readonly type: 'record'; readonly number: number } & Part)
  | { readonly type: 'ack'; readonly id: Bytes; readonly number: number }
  | { readonly type: 'known'; readonly id: Bytes; readonly number: number }
  | {
      readonly type: 'refused'
      readonly id: Bytes
      readonly reason: RefusalReason
      readonly detail: number
    }
  | { readonly type: 'level'; readonly number: number; readonly head: Bytes }
  | { readonly type: 'presence'; readonly bytes: Bytes }
  | { readonly type: 'pong' }
  | ({ readonly type: 'beneath'; readonly number: number } & Part)
  | {
      readonly type: 'uses'
      readonly uses: readonly { readonly link: Bytes; readonly at: number }[]
    }
  | { readonly type: 'unshared' }

const DEVICE = { hello: 1, submit: 2, presence: 3, ping: 4, beneath: 5, uses: 6, unshare: 7 } as const
const RELAY = {
  welcome: 65,
  record: 66,
  ack: 67,
  refused: 68,
  level: 69,
  presence: 70,
  pong: 71,
  beneath: 72,
  uses: 73,
  unshared: 74,
  known: 75,
} as const

/** The bytes of what a device says. */
export function encodeDeviceMessage(message: DeviceMessage): Bytes {
  const writer = makeWriter().u8(DEVICE[message.type])
  switch (message.type) {
    case 'hello':
      return writer
        .u8(message.protocol)
        .bytes(message.room)
        .bytes(message.token)
        .bytes(message.device)
        .u64(message.after)
        .bytes(message.head)
        .done()
    case 'submit':
      return writer
        .bytes(message.id)
        .u64(message.expected)
        .u16(message.index)
        .u16(message.count)
        .bytes(message.bytes)
        .done()
    case 'presence':
      return writer.bytes(message.bytes).done()
    case 'beneath':
      return writer.u64(message.from).u64(message.to).done()
    case 'ping':
    case 'uses':
    case 'unshare':
      return writer.done()
  }
}

/** Reads what a device says. Throws Malformed; a hello of a newer protocol is read as far as its version. */
export function decodeDeviceMessage(bytes: Uint8Array): DeviceMessage {
  const reader = makeReader(bytes)
  const message = deviceMessage(reader)
  reader.end()
  return message
}

function deviceMessage(reader: Reader): DeviceMessage {
  const type = reader.u8()
  switch (type) {
    case DEVICE.hello:
      return hello(reader)
    case DEVICE.submit:
      return { type: 'submit', id: reader.bytes(16), expected: reader.u64(), ...part(reader) }
    case DEVICE.presence:
      return { type: 'presence', bytes: reader.rest() }
    case DEVICE.ping:
      return { type: 'ping' }
    case DEVICE.beneath:
      return { type: 'beneath', from: reader.u64(), to: reader.u64() }
    case DEVICE.uses:
      return { type: 'uses' }
    case DEVICE.unshare:
      return { type: 'unshare' }
    default:
      throw new Malformed(`a device's message of type ${type}`)
  }
}

function hello(reader: Reader): Hello {
  const protocol = reader.u8()
  const empty = new Uint8Array()
  if (protocol > PROTOCOL) {
    reader.rest()
    return { type: 'hello', protocol, room: empty, token: empty, device: empty, after: 0, head: empty }
  }
  return {
    type: 'hello',
    protocol,
    room: reader.bytes(20),
    token: reader.bytes(32),
    device: reader.bytes(16),
    after: reader.u64(),
    head: reader.bytes(32),
  }
}

/** The bytes of what the relay says. */
export function encodeRelayMessage(message: RelayMessage): Bytes {
  const writer = makeWriter().u8(RELAY[message.type])
  switch (message.type) {
    case 'welcome':
      return writer
        .u8(STANDINGS.indexOf(message.standing))
        .u64(message.last)
        .bytes(message.head)
        .u64(message.snapshot)
        .u32(message.envelope.length)
        .bytes(message.envelope)
        .u32(message.manifest.length)
        .bytes(message.manifest)
        .done()
    case 'record':
    case 'beneath':
      return writer.u64(message.number).u16(message.index).u16(message.count).bytes(message.bytes).done()
    case 'ack':
    case 'known':
      return writer.bytes(message.id).u64(message.number).done()
    case 'refused':
      return writer
        .bytes(message.id)
        .u8(REFUSALS.indexOf(message.reason) + 1)
        .u64(message.detail)
        .done()
    case 'level':
      return writer.u64(message.number).bytes(message.head).done()
    case 'presence':
      return writer.bytes(message.bytes).done()
    case 'uses':
      writer.u16(message.uses.length)
      for (const { link, at } of message.uses) writer.bytes(link).u64(at)
      return writer.done()
    case 'pong':
    case 'unshared':
      return writer.done()
  }
}

/** Reads what the relay says. Throws Malformed. */
export function decodeRelayMessage(bytes: Uint8Array): RelayMessage {
  const reader = makeReader(bytes)
  const message = relayMessage(reader)
  reader.end()
  return message
}

function relayMessage(reader: Reader): RelayMessage {
  const type = reader.u8()
  switch (type) {
    case RELAY.welcome:
      return {
        type: 'welcome',
        standing: named(STANDINGS, reader.u8()),
        last: reader.u64(),
        head: reader.bytes(32),
        snapshot: reader.u64(),
        envelope: reader.bytes(reader.u32()),
        manifest: reader.bytes(reader.u32()),
      }
    case RELAY.record:
      return { type: 'record', number: reader.u64(), ...part(reader) }
    case RELAY.ack:
      return { type: 'ack', id: reader.bytes(16), number: reader.u64() }
    case RELAY.known:
      return { type: 'known', id: reader.bytes(16), number: reader.u64() }
    case RELAY.refused:
      return {
        type: 'refused',
        id: reader.bytes(16),
        reason: named(REFUSALS, reader.u8() - 1),
        detail: reader.u64(),
      }
    case RELAY.level:
      return { type: 'level', number: reader.u64(), head: reader.bytes(32) }
    case RELAY.presence:
      return { type: 'presence', bytes: reader.rest() }
    case RELAY.pong:
      return { type: 'pong' }
    case RELAY.beneath:
      return { type: 'beneath', number: reader.u64(), ...part(reader) }
    case RELAY.uses: {
      const uses = Array.from({ length: reader.u16() }, () => ({ link: reader.bytes(16), at: reader.u64() }))
      return { type: 'uses', uses }
    }
    case RELAY.unshared:
      return { type: 'unshared' }
    default:
      throw new Malformed(`a relay's message of type ${type}`)
  }
}

const part = (reader: Reader): Part => ({
  index: reader.u16(),
  count: reader.u16(),
  bytes: reader.rest(),
})

function named<Name>(names: readonly Name[], index: number): Name {
  const name = names[index]
  if (name === undefined) throw new Malformed(`number ${index} of ${names.length}`)
  return name
}
