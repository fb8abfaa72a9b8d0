import fc from 'fast-check'
import { expect, test } from 'vitest'
import { FIRST_HEAD, nextHead } from '../../src/sealing/chain.ts'
import { keysOf } from '../../src/sealing/keys.ts'
import { pad, paddedLength, unpad } from '../../src/sealing/padding.ts'
import { aesKey, encrypt } from '../../src/sealing/primitives.ts'
import { openRecord, sealRecord, verifyRecord } from '../../src/sealing/record.ts'
import { decodeSnapshot, encodeSnapshot } from '../../src/sealing/snapshot.ts'
import { type Bytes, concat, Malformed, utf8 } from '../../src/wire/bytes.ts'
import { BOUND_LENGTH, HEADER_LENGTH, SIGNATURE_LENGTH, splitRecord } from '../../src/wire/record.ts'
import { counted, room } from './room.ts'

const { owner, edit, epoch, authored } = await room()
const data = utf8('a tick')
const record = await sealRecord('update', authored, epoch, edit.sign, data)

/** Verifies and opens a record as a device does. */
async function read(
  bytes: Bytes,
  where = authored.room,
  key = edit.publicKey,
  under = epoch,
): Promise<Bytes> {
  const raw = splitRecord(bytes)
  await verifyRecord(raw, where, key)
  return openRecord(raw, under)
}

test('R1 R2 what was sealed is verified and opened again', async () => {
  await fc.assert(
    fc.asyncProperty(fc.uint8Array({ maxLength: 20_000 }), async (bytes) => {
      const sealed = await sealRecord('snapshot', authored, epoch, edit.sign, new Uint8Array(bytes))
      expect(splitRecord(sealed).header).toMatchObject({ ...authored, kind: 'snapshot', epoch: epoch.id })
      expect(await read(sealed)).toEqual(new Uint8Array(bytes))
    }),
    { numRuns: 20 },
  )
})

test('R1 R2 one flipped bit anywhere in a record and it is refused', async () => {
  for (let at = 0; at < record.length; at++) {
    const flipped = record.slice()
    flipped[at] = (flipped[at] ?? 0) ^ (1 << (at % 8))
    await expect(read(flipped)).rejects.toThrow(Malformed)
  }
})

test('R1 a record cut short is refused', async () => {
  for (const length of [0, HEADER_LENGTH - 1, HEADER_LENGTH + SIGNATURE_LENGTH - 1, record.length - 1])
    await expect((async () => read(record.slice(0, length)))()).rejects.toThrow(Malformed)
})

test('R2 a record of another room, of another link, or under another key is refused', async () => {
  await expect(read(record, counted(20, 9))).rejects.toThrow(Malformed)
  await expect(read(record, authored.room, owner.publicKey)).rejects.toThrow(Malformed)
  await expect(read(record, authored.room, counted(32, 3))).rejects.toThrow(Malformed)
})

test('R1 a record opens under its own epoch and key only', async () => {
  const other = { id: counted(16, 5), key: epoch.key }
  const wrongKey = { id: epoch.id, key: counted(32, 6) }
  await expect(read(record, authored.room, edit.publicKey, other)).rejects.toThrow(Malformed)
  await expect(read(record, authored.room, edit.publicKey, wrongKey)).rejects.toThrow(Malformed)
})

test("R1 a body spliced under another record's header does not open, though someone signed it", async () => {
  const raw = splitRecord(record)
  const other = splitRecord(
    await sealRecord('update', { ...authored, id: counted(16, 1) }, epoch, edit.sign, data),
  )
  const spliced = { ...other, header: { ...other.header, iv: raw.header.iv }, body: raw.body }
  await expect(openRecord(spliced, epoch)).rejects.toThrow(Malformed)
})

test('R1 lengths show in steps only', () => {
  expect([0, 252, 253, 1020, 1021, 4093, 16_380, 16_381, 40_000].map(paddedLength)).toEqual([
    256, 256, 1024, 1024, 4096, 16_384, 16_384, 32_768, 49_152,
  ])
})

test('R1 a filling that is not zeros or of another length is refused', () => {
  const padded = pad(data)
  expect(unpad(padded)).toEqual(data)
  expect(() => unpad(padded.map((byte, at) => (at === padded.length - 1 ? 1 : byte)))).toThrow(Malformed)
  expect(() => unpad(concat(padded, new Uint8Array(1)))).toThrow(Malformed)
  expect(() => unpad(pad(new Uint8Array(300)).map((byte, at) => (at < 4 ? 0xff : byte)))).toThrow(Malformed)
})

test('R1 a body whose filling is wrong is refused though it was sealed and signed', async () => {
  const raw = splitRecord(record)
  const key = await aesKey(epoch.key)
  const bad = pad(data).map((byte, at, all) => (at === all.length - 1 ? 1 : byte))
  const bound = raw.headerBytes.slice(0, BOUND_LENGTH)
  const body = await encrypt(key, raw.header.iv, bound, new Uint8Array(bad))
  await expect(openRecord({ ...raw, body }, epoch)).rejects.toThrow(Malformed)
})

test('R3 the head tells the order and every bit of the records before it', async () => {
  const other = await sealRecord('update', { ...authored, counter: 8 }, epoch, edit.sign, data)
  const chain = async (...records: Bytes[]) => {
    let head = FIRST_HEAD
    for (const one of records) head = await nextHead(head, one)
    return head
  }
  expect(await chain(record, other)).toEqual(await chain(record, other))
  expect(await chain(record, other)).not.toEqual(await chain(other, record))
  expect(await chain(record, other)).not.toEqual(await chain(record))
})

test('R6 a snapshot keeps its state vector apart from its update', () => {
  const snapshot = { vector: counted(5, 1), update: counted(9, 2) }
  expect(decodeSnapshot(encodeSnapshot(snapshot))).toEqual(snapshot)
  expect(() => decodeSnapshot(new Uint8Array([0, 0, 0, 9, 1]))).toThrow(Malformed)
})

test('R2 a key derived from any secret signs what it verifies', async () => {
  await fc.assert(
    fc.asyncProperty(fc.uint8Array({ minLength: 32, maxLength: 32 }), async (secret) => {
      const keys = await keysOf(new Uint8Array(secret))
      const bytes = await sealRecord('update', { ...authored, link: keys.id }, epoch, keys.sign, data)
      expect(await read(bytes, authored.room, keys.publicKey)).toEqual(data)
    }),
    { numRuns: 10 },
  )
})
