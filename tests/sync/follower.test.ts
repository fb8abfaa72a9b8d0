import fc from 'fast-check'
import { beforeEach, expect, test } from 'vitest'
import { nextHead } from '../../src/sealing/chain.ts'
import { encodeSnapshot } from '../../src/sealing/snapshot.ts'
import { type Follower, makeFollower, type Place } from '../../src/sync/follower.ts'
import { type Bytes, equalBytes } from '../../src/wire/bytes.ts'
import { type Author, fresh, idOf, makeAuthor } from '../support/relay/author.ts'

let author: Author
let follower: Follower
let log: Bytes[]

const follow = (place: Place | null = null) =>
  makeFollower({
    room: author.room,
    place,
    manifest: null,
    epoch: (id) => (equalBytes(id, author.epoch.id) ? author.epoch : null),
  })

/** Appends to the log and gives the step it comes to. */
const next = (record: Bytes) => {
  log.push(record)
  return follower.take(log.length, record)
}

async function headOf(records: readonly Bytes[]): Promise<Bytes> {
  let head: Bytes = new Uint8Array(32)
  for (const record of records) head = await nextHead(head, record)
  return head
}

const manifest = async (...given: Parameters<Author['manifest']>) => (await author.manifest(...given)).record

beforeEach(async () => {
  author = await makeAuthor()
  follower = follow()
  log = []
  await next(await manifest(1))
})

test('R4 updates of the owner and of edit links count, with the link they came through', async () => {
  const data = fresh(9)
  expect(await next(await author.update(author.owner, data))).toMatchObject({ kind: 'update', update: data })
  expect(await next(await author.update(author.edit, data))).toEqual({
    kind: 'update',
    number: 3,
    update: data,
    link: author.edit.id,
  })
  expect(follower.place()).toEqual({ number: 3, head: await headOf(log) })
})

test('R4 what a relay lets through of a view link, a stranger, another epoch or another key is passed over and chained', async () => {
  const stranger = await makeAuthor()
  const elsewhere = { id: fresh(16), key: fresh(32) }
  const refused = [
    await author.update(author.view),
    await stranger.update(stranger.edit, fresh(3), { room: author.room }),
    await author.update(author.edit, fresh(3), { signer: author.view }),
    await author.update(author.edit, fresh(3), { epoch: elsewhere }),
    await author.update(author.edit, fresh(3), { room: fresh(20) }),
    fresh(500),
    (await author.update(author.edit)).map((byte, at) => (at === 400 ? byte ^ 1 : byte)),
  ]
  for (const record of refused) expect(await next(record)).toMatchObject({ kind: 'passedOver' })
  expect(await next(await author.update(author.edit))).toMatchObject({ kind: 'update' })
  expect(follower.place()).toEqual({ number: log.length, head: await headOf(log) })
})

test('R4 records of a link count until the manifest that revokes it, and not after', async () => {
  expect(await next(await author.update(author.edit))).toMatchObject({ kind: 'update' })
  expect(await next(await manifest(2, [author.edit]))).toMatchObject({ kind: 'manifest' })
  expect(await next(await author.update(author.edit))).toMatchObject({ kind: 'passedOver' })
})

test('R5 manifests count up one by one; one by another than the owner is passed over', async () => {
  expect(await next(await manifest(3))).toMatchObject({ kind: 'passedOver' })
  expect(await next(await manifest(2, [], { signer: author.edit }))).toMatchObject({ kind: 'passedOver' })
  expect(await next(await manifest(2))).toMatchObject({ kind: 'manifest' })
  expect(follower.manifest()?.version).toBe(2)
})

test('R5 another manifest of a version that is known is a fork, and stays one', async () => {
  expect(await next(await manifest(1))).toEqual({ kind: 'alarm', alarm: 'fork' })
  expect(await follower.take(2, await author.update(author.edit))).toEqual({ kind: 'alarm', alarm: 'fork' })
})

test('R3 a number that is skipped or comes again is a gap, and nothing after it is believed', async () => {
  const record = await author.update(author.edit)
  expect(await follower.take(3, record)).toEqual({ kind: 'alarm', alarm: 'gap' })
  expect(await follower.take(2, record)).toEqual({ kind: 'alarm', alarm: 'gap' })
  follower = follow({ number: 5, head: fresh(32) })
  expect(await follower.take(5, record)).toEqual({ kind: 'alarm', alarm: 'gap' })
})

test('R3 an own record is followed at its place by its id alone; one never sent is missing', async () => {
  const mine = await author.update(author.edit)
  follower.remember(idOf(mine), mine)
  expect(await follower.takeKnown(2, idOf(mine))).toEqual({ kind: 'known', number: 2, id: idOf(mine) })
  expect(follower.place()).toEqual({ number: 2, head: await headOf([...log, mine]) })
  expect(await follower.takeKnown(3, fresh(16))).toEqual({ kind: 'alarm', alarm: 'missing' })
})

test('R3 an own record acknowledged out of its place is a gap', async () => {
  const mine = await author.update(author.edit)
  follower.remember(idOf(mine), mine)
  expect(await follower.takeKnown(9, idOf(mine))).toEqual({ kind: 'alarm', alarm: 'gap' })
})

/** The log of a room with a snapshot of its first three records, as a joiner is sent it. */
async function summedUp(data: Bytes) {
  const first = log[0] as Bytes
  await next(await author.update(author.edit))
  await next(await author.update(author.edit))
  const snapshot = await author.snapshot(author.edit, 3, await headOf(log), { data })
  const after = await author.update(author.edit)
  return { first, snapshot, after }
}

test('R6 a joiner begins with manifest and snapshot, and follows the chain from where it speaks for', async () => {
  const update = fresh(30)
  const { first, snapshot, after } = await summedUp(encodeSnapshot({ vector: fresh(2), update }))
  // The last manifest before the snapshot may have been any number, the first too.
  for (const [number, manifestRecord] of [
    [1, first],
    [3, await manifest(2)],
  ] as const) {
    const joiner = follow()
    expect(await joiner.take(number, manifestRecord)).toMatchObject({ kind: 'manifest' })
    expect(await joiner.take(5, snapshot)).toMatchObject({ kind: 'update', update })
    expect(joiner.place()).toMatchObject({ number: 3 })
    expect(await joiner.take(4, after)).toMatchObject({ kind: 'update', number: 4 })
    expect(await joiner.takeKnown(5, idOf(snapshot))).toMatchObject({ kind: 'known', number: 5 })
    expect(joiner.place()).toEqual({ number: 5, head: await headOf([...log, after, snapshot]) })
  }
})

test('R6 a snapshot that does not count supersedes nothing: its place is not taken over', async () => {
  const { first, snapshot } = await summedUp(encodeSnapshot({ vector: fresh(2), update: fresh(3) }))
  const joiner = follow()
  await joiner.take(1, first)
  const wiping = await author.snapshot(author.view, 3, await headOf(log))
  expect(await joiner.take(5, wiping)).toMatchObject({ kind: 'passedOver' })
  expect(joiner.place().number).toBe(1)
  // What lies beneath, asked for, is followed from there on.
  expect(await joiner.take(2, log[1] as Bytes)).toMatchObject({ kind: 'update', number: 2 })
  expect(await joiner.take(5, snapshot)).toEqual({ kind: 'alarm', alarm: 'gap' })
})

test('R4 every device that follows one log decides alike, however it was cut into visits', async () => {
  const kinds = fc.constantFrom('edit', 'view', 'owner', 'junk', 'revoke')
  await fc.assert(
    fc.asyncProperty(fc.array(fc.tuple(kinds, fc.boolean()), { maxLength: 12 }), async (story) => {
      let version = 1
      const whole = follow()
      let visit = follow()
      const [one, other]: string[][] = [[], []]
      const records = [await manifest(1)]
      for (const [kind] of story) {
        if (kind === 'revoke') records.push(await manifest(++version, [author.edit]))
        else if (kind === 'junk') records.push(fresh(300))
        else records.push(await author.update(author[kind as 'edit']))
      }
      for (const [index, record] of records.entries()) {
        one?.push((await whole.take(index + 1, record)).kind)
        if (story[index]?.[1]) {
          const before = visit
          visit = makeFollower({
            room: author.room,
            place: before.place(),
            manifest: before.manifest(),
            epoch: () => author.epoch,
          })
        }
        other?.push((await visit.take(index + 1, record)).kind)
      }
      expect(other).toEqual(one)
      expect(visit.place()).toEqual(whole.place())
    }),
    { numRuns: 25 },
  )
})
