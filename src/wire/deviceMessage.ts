import { type Bytes, Malformed, makeReader, makeWriter, type Reader } from './bytes.ts'
import { type DeviceMessage, type Hello, PROTOCOL } from './message.ts'
import { readPart } from './parts.ts'

const DEVICE = { hello: 1, submit: 2, presence: 3, ping: 4, beneath: 5, uses: 6, unshare: 7 } as const

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
      return { type: 'submit', id: reader.bytes(16), expected: reader.u64(), ...readPart(reader) }
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
