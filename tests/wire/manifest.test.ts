import { expect, test } from 'vitest'
import { toBase64url } from '../../src/wire/base64url.ts'
import { Malformed, utf8 } from '../../src/wire/bytes.ts'
import { LINK_LIMIT, MANIFEST_LIMIT, parseManifest } from '../../src/wire/manifest.ts'

const of = (length: number, fill = 1): string => toBase64url(new Uint8Array(length).fill(fill))
const link = (fill: number) => ({
  id: of(16, fill),
  role: 'edit',
  key: of(32),
  token: of(32),
  revoked: false,
})
const good = {
  v: 1,
  room: of(20),
  version: 1,
  epoch: of(16),
  owner: of(32),
  links: [link(1), link(2)],
  roster: of(30),
  vault: of(30),
}
const parse = (value: unknown) => parseManifest(utf8(JSON.stringify(value)))

test('K5 a manifest is read with its links', () => {
  const manifest = parse({ ...good, later: 'a member of a later version' })
  expect(manifest).toMatchObject({ version: 1, links: [{ role: 'edit', revoked: false }, { role: 'edit' }] })
  expect(manifest).not.toHaveProperty('later')
})

test.each<[string, unknown]>([
  ['of another version', { ...good, v: 2 }],
  ['without links', { ...good, links: undefined }],
  ['with a short room', { ...good, room: of(19) }],
  ['with a room that is no base64url', { ...good, room: '+'.repeat(27) }],
  ['with version 0', { ...good, version: 0 }],
  ['with half a version', { ...good, version: 1.5 }],
  ['with an unknown role', { ...good, links: [{ ...link(1), role: 'owner' }] }],
  ['with a link twice', { ...good, links: [link(1), link(1)] }],
  ['with too many links', { ...good, links: Array.from({ length: LINK_LIMIT + 1 }, (_, at) => link(at)) }],
  ['that is a list', []],
  ['that is nothing', null],
])('K5 a manifest %s is malformed', (_what, value) => {
  expect(() => parse(value)).toThrow(Malformed)
})

test('K5 a manifest that is no JSON, no UTF-8 or too long is malformed', () => {
  expect(() => parseManifest(utf8('{'))).toThrow(Malformed)
  expect(() => parseManifest(new Uint8Array([0xff]))).toThrow(Malformed)
  expect(() => parseManifest(new Uint8Array(MANIFEST_LIMIT + 1))).toThrow(Malformed)
})
