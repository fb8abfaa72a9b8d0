import { type Bytes, Malformed, makeReader, makeWriter, type Reader } from './bytes.ts'
import { REFUSALS, type RelayMessage, STANDINGS } from './message.ts'
import { readPart } from './parts.ts'

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
      return { type: 'record', number: reader.u64(), ...readPart(reader) }
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
      return { type: 'beneath', number: reader.u64(), ...readPart(reader) }
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

function named<Name>(names: readonly Name[], index: number): Name {
  const name = names[index]
  if (name === undefined) throw new Malformed(`number ${index} of ${names.length}`)
  return name
}
