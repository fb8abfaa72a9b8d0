import { expect, test } from 'vitest'
import { derive, sign, signingKey } from '../../src/sealing/primitives.ts'
import expected from './vectors.json' with { type: 'json' }
import { vectors } from './vectors.ts'

const hex = (bytes: Uint8Array): string => Buffer.from(bytes).toString('hex')
const unhex = (text: string): Uint8Array<ArrayBuffer> => new Uint8Array(Buffer.from(text, 'hex'))

const computed = await vectors()

test('docs/PROTOCOL.md: there is a vector for each value computed', () => {
  expect(Object.keys(expected)).toEqual(Object.keys(computed))
})

test.each(Object.entries(expected))('%s is as the vectors say', (name, value) => {
  expect(computed[name]).toBe(value)
})

test('K3 Ed25519 is that of RFC 8032, section 7.1, test 1', async () => {
  const { key, jwk } = await signingKey(
    unhex('9d61b19deffd5a60ba844af492ec2cc44449c5697b326919703bac031cae7f60'),
  )
  expect(Buffer.from(jwk.x ?? '', 'base64url').toString('hex')).toBe(
    'd75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a',
  )
  expect(hex(await sign(key, '', new Uint8Array()))).toBe(
    'e5564300c360ac729086e2cc806e828a84877f1eb8e5d974d873e065224901555fb8821590a33bacc61e39701cf9b46bd25bf5f0595bbe24655141438e7a100b',
  )
})

test('K3 HKDF is that of RFC 5869, appendix A.3, as far as its 32 bytes go', async () => {
  expect(hex(await derive(new Uint8Array(22).fill(0x0b), ''))).toBe(
    '8da4e775a563c18f715f802a063c5a31b8a11f5c5ee1879ec3454e5f3c738d2d',
  )
})
