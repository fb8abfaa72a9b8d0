import { expect, test } from 'vitest'
import { openPresence, PRESENCE_LIMIT, sealPresence } from '../../src/sealing/presence.ts'
import { equalBytes, Malformed } from '../../src/wire/bytes.ts'
import { counted, room } from './room.ts'

const { owner, edit, epoch } = await room()
const place = { room: owner.room, link: edit.id, device: counted(16, 1), at: 1_700_000_000_000 }
const words = { name: 'Ana', line: 'line1' }
const said = await sealPresence(place, words, epoch, edit.sign)
const keyOf = (link: Uint8Array) => (equalBytes(link, edit.id) ? edit.publicKey : null)

test('R8 presence tells who is where, through which link and when', async () => {
  expect(await openPresence(said, owner.room, epoch, keyOf)).toEqual({ ...place, ...words })
})

test('R8 presence with one bit flipped, of another room, epoch or link is refused', async () => {
  for (let at = 0; at < said.length; at++) {
    const flipped = said.map((byte, index) => (index === at ? byte ^ 1 : byte))
    await expect(openPresence(flipped, owner.room, epoch, keyOf)).rejects.toThrow(Malformed)
  }
  const elsewhere = { ...epoch, id: counted(16, 9) }
  await expect(openPresence(said, counted(20, 2), epoch, keyOf)).rejects.toThrow(Malformed)
  await expect(openPresence(said, owner.room, elsewhere, keyOf)).rejects.toThrow(Malformed)
  await expect(openPresence(said, owner.room, epoch, () => null)).rejects.toThrow(Malformed)
  await expect(openPresence(said.slice(0, 100), owner.room, epoch, keyOf)).rejects.toThrow(Malformed)
})

test('R8 presence is at most 1 KiB', async () => {
  const long = { name: 'ä'.repeat(200), line: 'x'.repeat(64), gone: true }
  expect((await sealPresence(place, long, epoch, edit.sign)).length).toBeLessThanOrEqual(PRESENCE_LIMIT)
  await expect(sealPresence(place, { ...words, name: 'x'.repeat(1000) }, epoch, edit.sign)).rejects.toThrow(
    RangeError,
  )
  const tooLong = new Uint8Array(PRESENCE_LIMIT + 1)
  await expect(openPresence(tooLong, owner.room, epoch, keyOf)).rejects.toThrow(Malformed)
})
