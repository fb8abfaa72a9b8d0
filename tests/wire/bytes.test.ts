import fc from 'fast-check'
import { expect, test } from 'vitest'
import { fromBase64url, toBase64url } from '../../src/wire/base64url.ts'
import { fromUtf8, Malformed, makeReader, makeWriter, utf8 } from '../../src/wire/bytes.ts'

test('numbers and bytes are read as they were written', () => {
  const numbers = fc.tuple(
    fc.nat({ max: 0xff }),
    fc.nat({ max: 0xffff }),
    fc.nat({ max: 0xffffffff }),
    fc.maxSafeNat(),
    fc.uint8Array(),
  )
  fc.assert(
    fc.property(numbers, ([a, b, c, d, rest]) => {
      const reader = makeReader(makeWriter().u8(a).u16(b).u32(c).u64(d).bytes(rest).done())
      expect([reader.u8(), reader.u16(), reader.u32(), reader.u64()]).toEqual([a, b, c, d])
      expect(reader.rest()).toEqual(new Uint8Array(rest))
      reader.end()
    }),
  )
})

test('a number beyond 2^53 - 1 is malformed, and one that does not fit is not written', () => {
  expect(() => makeReader(new Uint8Array(8).fill(0xff)).u64()).toThrow(Malformed)
  expect(() => makeReader(new Uint8Array([0, 0x20, 0, 0, 0, 0, 0, 0])).u64()).toThrow(Malformed)
  expect(() => makeWriter().u8(256)).toThrow(RangeError)
  expect(() => makeWriter().u64(-1)).toThrow(RangeError)
})

test('bytes that end too early or go on too long are malformed', () => {
  expect(() => makeReader(new Uint8Array(3)).u32()).toThrow(Malformed)
  expect(() => makeReader(new Uint8Array(3)).end()).toThrow(Malformed)
  expect(() => fromUtf8(new Uint8Array([0xc3]))).toThrow(Malformed)
})

test('base64url is what Node makes of the same bytes, and is read back', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 70 }), (bytes) => {
      const text = toBase64url(bytes)
      expect(text).toBe(Buffer.from(bytes).toString('base64url'))
      expect(fromBase64url(text)).toEqual(new Uint8Array(bytes))
    }),
  )
})

test.each(['A', 'AB=', 'AB+/', 'AB CD', 'AR', 'AAB', 'ä'])('%j is no base64url of ours', (text) => {
  expect(() => fromBase64url(text)).toThrow(Malformed)
})

test('text survives as UTF-8, a byte order mark too', () => {
  for (const text of ['', 'Übergabe ✓', '\ufeffmark']) expect(fromUtf8(utf8(text))).toBe(text)
})
