import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type Bytes, Malformed } from '../../src/wire/bytes.ts'
import { decodeDeviceMessage, encodeDeviceMessage } from '../../src/wire/deviceMessage.ts'
import { type DeviceMessage, REFUSALS, type RelayMessage, STANDINGS } from '../../src/wire/message.ts'
import { decodeRelayMessage, encodeRelayMessage } from '../../src/wire/relayMessage.ts'

const exactly = (length: number): fc.Arbitrary<Bytes> =>
  fc.uint8Array({ minLength: length, maxLength: length }).map((bytes) => new Uint8Array(bytes))
const some = fc.uint8Array({ maxLength: 100 }).map((bytes) => new Uint8Array(bytes))
const number = fc.maxSafeNat()
const part = { index: fc.nat({ max: 0xffff }), count: fc.nat({ max: 0xffff }), bytes: some }
const kind = <Name extends string>(type: Name) => fc.constant(type)

const fromDevice: fc.Arbitrary<DeviceMessage> = fc.oneof(
  fc.record({
    type: kind('hello'),
    protocol: fc.constant(1),
    room: exactly(20),
    token: exactly(32),
    device: exactly(16),
    after: number,
    head: exactly(32),
  }),
  fc.record({ type: kind('submit'), id: exactly(16), expected: number, ...part }),
  fc.record({ type: kind('presence'), bytes: some }),
  fc.record({ type: kind('beneath'), from: number, to: number }),
  fc.record({ type: fc.constantFrom('ping' as const, 'uses' as const, 'unshare' as const) }),
)

const fromRelay: fc.Arbitrary<RelayMessage> = fc.oneof(
  fc.record({
    type: kind('welcome'),
    standing: fc.constantFrom(...STANDINGS),
    last: number,
    head: exactly(32),
    snapshot: number,
    envelope: some,
    manifest: some,
  }),
  fc.record({ type: fc.constantFrom('record' as const, 'beneath' as const), number, ...part }),
  fc.record({ type: fc.constantFrom('ack' as const, 'known' as const), id: exactly(16), number }),
  fc.record({
    type: kind('refused'),
    id: exactly(16),
    reason: fc.constantFrom(...REFUSALS),
    detail: number,
  }),
  fc.record({ type: kind('level'), number, head: exactly(32) }),
  fc.record({ type: kind('presence'), bytes: some }),
  fc.record({
    type: kind('uses'),
    uses: fc.array(fc.record({ link: exactly(16), at: number }), { maxLength: 5 }),
  }),
  fc.record({ type: fc.constantFrom('pong' as const, 'unshared' as const) }),
)

test('W2 what a device says is read as it was said', () => {
  fc.assert(
    fc.property(fromDevice, (message) => {
      expect(decodeDeviceMessage(encodeDeviceMessage(message))).toEqual(message)
    }),
  )
})

test('W3 what the relay says is read as it was said', () => {
  fc.assert(
    fc.property(fromRelay, (message) => {
      expect(decodeRelayMessage(encodeRelayMessage(message))).toEqual(message)
    }),
  )
})

test('W1 any bytes are a message or malformed, and nothing else happens', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 300 }), (bytes) => {
      for (const decode of [decodeDeviceMessage, decodeRelayMessage]) {
        try {
          decode(bytes)
        } catch (error) {
          expect(error).toBeInstanceOf(Malformed)
        }
      }
    }),
    { numRuns: 2000 },
  )
})

test('W1 a message cut short or with something behind it is malformed', () => {
  const hello = encodeDeviceMessage({
    type: 'hello',
    protocol: 1,
    room: new Uint8Array(20),
    token: new Uint8Array(32),
    device: new Uint8Array(16),
    after: 0,
    head: new Uint8Array(32),
  })
  expect(() => decodeDeviceMessage(hello.slice(0, -1))).toThrow(Malformed)
  expect(() => decodeDeviceMessage(new Uint8Array([...hello, 0]))).toThrow(Malformed)
  expect(() => decodeDeviceMessage(new Uint8Array([99]))).toThrow(Malformed)
})

test('W8 a hello of a newer protocol is read as far as its version, so that it can be refused politely', () => {
  expect(decodeDeviceMessage(new Uint8Array([1, 2, 7, 7, 7]))).toMatchObject({ type: 'hello', protocol: 2 })
})
