import fc from 'fast-check'
import { expect, test } from 'vitest'
import { keysOf, roomOf } from '../../src/sealing/keys.ts'
import { linkAddress, readLink } from '../../src/sealing/link.ts'
import { lackOf } from '../../src/sealing/support.ts'
import { counted, ownerSecret, room } from './room.ts'

const ORIGIN = 'https://rollcall.example'
const link = { room: counted(20, 1), secret: counted(32, 50) }
const address = await linkAddress(ORIGIN, link)
const code = address.slice(address.indexOf('#') + 1)

test('K1 the owner key names the room, and a link its id; another secret names another', async () => {
  const { owner, edit } = await room()
  expect(owner.room).toEqual(await roomOf(owner.publicKey))
  expect(owner.id).toEqual(owner.room.slice(0, 16))
  expect(edit.room).not.toEqual(owner.room)
})

test('K2 a link is read as it was made, pasted with its address or without, broken over lines too', async () => {
  expect(code).toHaveLength(76)
  for (const text of [address, code, `#${code}`, ` ${address.slice(0, 50)}\n  ${address.slice(50)} `])
    expect(await readLink(text, ORIGIN)).toEqual(link)
})

test('K2 a link that was cut anywhere or has one other letter is damaged', async () => {
  for (let length = 0; length < code.length; length++)
    expect(await readLink(`${ORIGIN}/join#${code.slice(0, length)}`, ORIGIN)).toEqual({ refused: 'damaged' })
  await fc.assert(
    fc.asyncProperty(
      fc.nat(code.length - 1),
      fc.constantFrom('A', 'b', '7', '-', '!'),
      async (at, letter) => {
        fc.pre(code[at] !== letter)
        const other = code.slice(0, at) + letter + code.slice(at + 1)
        expect(await readLink(other, ORIGIN)).toEqual({ refused: 'damaged' })
      },
    ),
  )
})

test('K2 any text is a link or told why not', async () => {
  await fc.assert(
    fc.asyncProperty(fc.string(), async (text) => {
      expect(await readLink(text, ORIGIN)).toHaveProperty('refused')
    }),
  )
})

test('K2 a link of a newer version says so, and one of another server names it', async () => {
  const { concat } = await import('../../src/wire/bytes.ts')
  const { sha256 } = await import('../../src/sealing/primitives.ts')
  const { toBase64url } = await import('../../src/wire/base64url.ts')
  const newer = concat(new Uint8Array([2]), counted(60, 3))
  const whole = toBase64url(concat(newer, (await sha256(newer)).slice(0, 4)))
  expect(await readLink(whole, ORIGIN)).toEqual({ refused: 'newer' })
  expect(await readLink(`https://other.example/join#${code}`, ORIGIN)).toEqual({
    refused: 'elsewhere',
    origin: 'https://other.example',
  })
  expect(await readLink(`javascript:alert(1)#${code}`, ORIGIN)).toEqual({ refused: 'damaged' })
})

test('K3 one secret makes different keys for different uses, the same each time', async () => {
  const [once, again] = await Promise.all([keysOf(ownerSecret), keysOf(ownerSecret)])
  expect(once.token).toEqual(again.token)
  expect(once.publicKey).toEqual(again.publicKey)
  expect(once.token).not.toEqual(once.publicKey)
  expect(once.token).not.toEqual(ownerSecret)
})

test('K8 a browser is told what it lacks: a secure context, or Ed25519', async () => {
  expect(await lackOf()).toBeNull()
  expect(await lackOf({} as Crypto)).toBe('insecure')
  const generateKey = () => Promise.reject(new DOMException('unknown', 'NotSupportedError'))
  expect(await lackOf({ subtle: { generateKey } } as unknown as Crypto)).toBe('noEd25519')
})
