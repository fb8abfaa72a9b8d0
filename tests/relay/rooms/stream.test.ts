import { afterAll, beforeAll, expect, test } from 'vitest'
import { nextHead } from '../../../src/sealing/chain.ts'
import type { Bytes } from '../../../src/wire/bytes.ts'
import { CLOSE, type RelayMessage } from '../../../src/wire/message.ts'
import { makeAssembler } from '../../../src/wire/parts.ts'
import { type Author, fresh, idOf, makeAuthor } from '../../support/relay/author.ts'
import { connect, type Device, greet, makeRoom } from '../../support/relay/device.ts'
import { type Served, serveRelay } from '../../support/relay/served.ts'

let served: Served
beforeAll(async () => {
  served = await serveRelay({ RECORDS_PER_SECOND: '1000' })
})
afterAll(() => served.stop())

async function sharedRoom(): Promise<Author> {
  const author = await makeAuthor()
  await makeRoom(served.url, author)
  return author
}

/** A device that has got all there is. */
async function follow(author: Author, by = author.edit, options = {}): Promise<Device> {
  const device = await greet(served.url, author, by, options)
  await device.nextOf('level')
  return device
}

/** The next whole record or ack. */
async function nextRecord(device: Device): Promise<{ number: number; record: Bytes | null }> {
  const parts = makeAssembler()
  for (;;) {
    const message = await device.next()
    if (message.type === 'ack') return { number: message.number, record: null }
    if (message.type !== 'record') continue
    const record = parts.add(message)
    if (record) return { number: message.number, record }
  }
}

test('W5 a record goes to all others as it is, and to its author as an ack in its place', async () => {
  const author = await sharedRoom()
  const [one, other] = [await follow(author), await follow(author, author.owner)]
  const mine = await author.update(author.edit)
  expect(await one.submit(mine)).toMatchObject({ type: 'ack', number: 2 })
  expect(await nextRecord(other)).toEqual({ number: 2, record: mine })
  const theirs = await author.update(author.owner)
  expect(await other.submit(theirs)).toMatchObject({ type: 'ack', number: 3 })
  expect(await nextRecord(one)).toEqual({ number: 3, record: theirs })
})

test('W5 who comes later gets the log from where it was, in order, and then level', async () => {
  const author = await sharedRoom()
  const writer = await follow(author)
  const records = [await author.update(author.edit), await author.update(author.edit)]
  for (const record of records) await writer.submit(record)
  const late = await greet(served.url, author, author.view, { after: 1, head: await headOf(author, 1) })
  expect(await late.next()).toMatchObject({ type: 'welcome', standing: 'follows', last: 3 })
  expect(await nextRecord(late)).toEqual({ number: 2, record: records[0] })
  expect(await nextRecord(late)).toEqual({ number: 3, record: records[1] })
  expect(await late.next()).toMatchObject({ type: 'level', number: 3 })
})

const headOf = async (author: Author, number: number) =>
  new Uint8Array((await served.log.headAt(author.room, number)) ?? [])

test('L2 a record of many parts arrives whole', async () => {
  const author = await sharedRoom()
  const [writer, reader] = [await follow(author), await follow(author, author.view)]
  const large = await author.update(author.edit, fresh(700_000))
  expect(await writer.submit(large)).toMatchObject({ type: 'ack', number: 2 })
  expect(await nextRecord(reader)).toEqual({ number: 2, record: large })
})

test('W5 a joiner begins with the manifest and the snapshot, which comes again as an ack at its place', async () => {
  const author = await sharedRoom()
  const writer = await follow(author)
  await writer.submit(await author.update(author.edit))
  const snapshot = await author.snapshot(author.edit, 2, await headOf(author, 2))
  const after = await author.update(author.edit)
  expect(await writer.submit(await author.update(author.edit))).toMatchObject({ number: 3 })
  expect(await writer.submit(snapshot)).toMatchObject({ type: 'ack', number: 4 })
  await writer.submit(after)
  const joiner = await greet(served.url, author, author.view)
  const numbers: (number | string)[] = []
  for (;;) {
    const message: RelayMessage = await joiner.next()
    if (message.type === 'level') break
    if (message.type === 'record') numbers.push(message.number)
    if (message.type === 'ack') numbers.push(`ack ${message.number}`)
  }
  expect(numbers).toEqual([1, 4, 3, 'ack 4', 5])
})

test('L1 what was submitted before is told as known, on another connection too', async () => {
  const author = await sharedRoom()
  const record = await author.update(author.edit)
  await (await follow(author)).submit(record)
  const again = await follow(author)
  expect(await again.submit(record)).toEqual({ type: 'known', id: idOf(record), number: 2 })
})

test('W7 a relay that is behind what a device knows, or has another head, says so and sends nothing', async () => {
  const author = await sharedRoom()
  const behind = await greet(served.url, author, author.edit, { after: 9, head: fresh(32) })
  expect(await behind.next()).toMatchObject({ type: 'welcome', standing: 'behind', last: 1 })
  const fork = await greet(served.url, author, author.edit, { after: 1, head: fresh(32) })
  expect(await fork.next()).toMatchObject({ type: 'welcome', standing: 'fork' })
})

test('K4 K5 welcome brings the link’s envelope and the newest manifest', async () => {
  const author = await sharedRoom()
  const device = await greet(served.url, author, author.edit)
  const { envelope, manifest, head } = await device.nextOf('welcome')
  expect(envelope.length).toBeGreaterThan(0)
  expect(idOf(manifest)).toHaveLength(16)
  expect(await nextHead(new Uint8Array(32), manifest)).toEqual(head)
})

test('L5 revoking ends the link’s sockets, and every later hello is answered revoked', async () => {
  const author = await sharedRoom()
  const [owner, edit, view] = [
    await follow(author, author.owner),
    await follow(author),
    await follow(author, author.view),
  ]
  const { record, envelopes } = await author.manifest(2, [author.edit])
  expect(await owner.submit(record, 1, envelopes)).toMatchObject({ type: 'ack', number: 2 })
  expect(await edit.closed).toBe(CLOSE.revoked)
  expect((await nextRecord(view)).number).toBe(2)
  expect(await (await greet(served.url, author, author.edit)).closed).toBe(CLOSE.revoked)
})

test('L4 a view link’s record, a record in another link’s name, and a manifest of another than the owner are refused', async () => {
  const author = await sharedRoom()
  const [edit, view] = [await follow(author), await follow(author, author.view)]
  const refused = { type: 'refused', reason: 'notAllowed' }
  expect(await view.submit(await author.update(author.view))).toMatchObject(refused)
  expect(await view.submit(await author.update(author.edit))).toMatchObject(refused)
  const { record, envelopes } = await author.manifest(2)
  expect(await edit.submit(record, 1, envelopes)).toMatchObject(refused)
})

test('R8 presence goes to all others, of view links too, and is kept nowhere', async () => {
  const author = await sharedRoom()
  const [one, other] = [await follow(author), await follow(author, author.view)]
  const bytes = fresh(100)
  other.say({ type: 'presence', bytes })
  expect(await one.nextOf('presence')).toEqual({ type: 'presence', bytes })
  one.say({ type: 'presence', bytes })
  expect(await other.nextOf('presence')).toEqual({ type: 'presence', bytes })
  expect(await served.log.read(author.room, 1, 1)).toEqual([])
})

test('L8 unsharing tells everybody and ends the room, for the owner alone', async () => {
  const author = await sharedRoom()
  const [owner, edit] = [await follow(author, author.owner), await follow(author)]
  edit.say({ type: 'unshare' })
  edit.say({ type: 'ping' })
  expect(await edit.next()).toEqual({ type: 'pong' })
  owner.say({ type: 'unshare' })
  expect(await edit.nextOf('unshared')).toBeDefined()
  expect(await edit.closed).toBe(CLOSE.unshared)
  expect(await (await greet(served.url, author, author.owner)).closed).toBe(CLOSE.unshared)
})

test('W3 the owner is told when each link was used last, and nobody else is', async () => {
  const author = await sharedRoom()
  const edit = await follow(author)
  const owner = await follow(author, author.owner)
  edit.say({ type: 'uses' })
  owner.say({ type: 'uses' })
  const { uses } = await owner.nextOf('uses')
  const used = uses.find(({ link }) => Buffer.from(link).equals(author.edit.id))
  expect(used?.at).toBeGreaterThan(0)
  expect(uses.find(({ link }) => Buffer.from(link).equals(author.view.id))?.at).toBe(0)
  edit.say({ type: 'ping' })
  expect(await edit.next()).toEqual({ type: 'pong' })
})

test('R6 what lies beneath a snapshot is given where it is asked for', async () => {
  const author = await sharedRoom()
  const writer = await follow(author)
  const record = await author.update(author.edit)
  await writer.submit(record)
  await writer.submit(await author.snapshot(author.edit, 2, await headOf(author, 2)))
  writer.say({ type: 'beneath', from: 2, to: 2 })
  expect(await writer.nextOf('beneath')).toMatchObject({ number: 2, count: 1, bytes: record })
  expect(await writer.nextOf('beneath')).toMatchObject({ number: 2, count: 0 })
})

test('W6 a room is made by its owner’s first manifest; anything else ends the connection', async () => {
  const author = await makeAuthor()
  const stranger = await greet(served.url, author, author.edit)
  expect(await stranger.next()).toMatchObject({ type: 'welcome', standing: 'unknown' })
  await expect(stranger.submit(await author.update(author.edit))).rejects.toThrow(`${CLOSE.unknownRoom}`)
  const forger = await greet(served.url, author, author.edit)
  const { record, envelopes } = await author.manifest(1, [], { signer: author.edit })
  await expect(forger.submit(record, 0, envelopes)).rejects.toThrow(`${CLOSE.malformed}`)
  await makeRoom(served.url, author)
  expect(await (await follow(author)).submit(await author.update(author.edit))).toMatchObject({ number: 2 })
})

test('L10 a record of another room, an altered body and a forged manifest end the connection', async () => {
  const author = await sharedRoom()
  const elsewhere = await author.update(author.edit, fresh(9), { room: fresh(20) })
  const altered = (await author.update(author.edit)).map((byte, at) => (at === 300 ? byte ^ 1 : byte))
  for (const record of [elsewhere, altered])
    await expect((await follow(author)).submit(record)).rejects.toThrow(`${CLOSE.malformed}`)
  const { record, envelopes } = await author.manifest(2, [], { signer: author.edit })
  const owner = await follow(author, author.owner)
  await expect(owner.submit(record, 1, envelopes)).rejects.toThrow(`${CLOSE.malformed}`)
})

test('W1 a text, an unknown type, a message cut short or one before the hello ends the connection', async () => {
  const author = await sharedRoom()
  const text = await follow(author)
  text.socket.send('hello')
  const unknown = await follow(author)
  unknown.socket.send(new Uint8Array([99]))
  const short = await follow(author)
  short.socket.send(new Uint8Array([2, 1]))
  const early = await connect(served.url)
  early.say({ type: 'ping' })
  for (const device of [text, unknown, short, early]) expect(await device.closed).toBe(CLOSE.malformed)
})

test('W8 an unknown token and a newer protocol are told apart', async () => {
  const author = await sharedRoom()
  const unknown = await greet(served.url, author, author.edit, { token: fresh(32) })
  expect(await unknown.closed).toBe(CLOSE.unknownLink)
  const newer = await connect(served.url)
  newer.socket.send(new Uint8Array([1, 2, 0]))
  expect(await newer.closed).toBe(CLOSE.newerProtocol)
})

test('K3 no token and nothing that was written is in the file or the log lines', async () => {
  const author = await sharedRoom()
  const canary = new TextEncoder().encode('a canary that sings of payroll')
  await (await follow(author)).submit(await author.update(author.edit, canary))
  const { readFileSync } = await import('node:fs')
  const stored = Buffer.concat(['', '-wal'].map((end) => readFileSync(served.file + end)))
  const said = Buffer.from(served.logged.join(''))
  for (const secret of [
    author.edit.token,
    author.owner.token,
    author.edit.secret,
    author.epoch.key,
    canary,
  ]) {
    for (const place of [stored, said]) {
      expect(place.includes(Buffer.from(secret))).toBe(false)
      expect(place.includes(Buffer.from(secret).toString('hex'))).toBe(false)
      expect(place.includes(Buffer.from(secret).toString('base64url'))).toBe(false)
    }
  }
})
