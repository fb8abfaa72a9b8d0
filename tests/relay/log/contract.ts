import { beforeEach, describe, expect, test } from 'vitest'
import type { Append, Budgets, RecordLog, RoomState } from '../../../src/relay/log/recordLog.ts'
import { nextHead } from '../../../src/sealing/chain.ts'
import { sha256 } from '../../../src/sealing/primitives.ts'
import type { Bytes } from '../../../src/wire/bytes.ts'
import { parseManifest } from '../../../src/wire/manifest.ts'
import { splitRecord } from '../../../src/wire/record.ts'
import { type Author, fresh, makeAuthor } from '../../support/relay/author.ts'

const NOW = 1_700_000_000_000
const DAY_MS = 24 * 3_600_000
/** About so many bytes has the smallest record: 179 + 64 + 256 + 16. */
const RECORD = 515

/** The rules that every home of a RecordLog keeps; `open` makes a log that is empty. */
export function keepsTheContract(open: (budgets: Budgets) => RecordLog): void {
  let log: RecordLog
  let author: Author
  const budgets = { liveBytes: 40 * RECORD, supersededBytes: 10 * RECORD, supersededMs: 30 * DAY_MS }

  beforeEach(async () => {
    log = open(budgets)
    author = await makeAuthor()
    await manifest(1)
    return () => log.close()
  })

  const appendOf = (record: Bytes, expected = 0): Append => ({
    header: splitRecord(record).header,
    record,
    expected,
  })
  async function add(record: Bytes, expected = 0, now = NOW) {
    const [result] = await log.append([appendOf(record, expected)], now)
    return result
  }
  async function manifest(
    version: number,
    revoked: Parameters<Author['manifest']>[1] = [],
    expected = version - 1,
  ) {
    const { record, envelopes } = await author.manifest(version, revoked)
    const content = parseManifest(splitRecord(record).body)
    const ownerDigest = await sha256(author.owner.token)
    const one = { ...appendOf(record, expected), manifest: { content, envelopes, ownerDigest } }
    return (await log.append([one], NOW))[0]
  }
  async function updates(count: number): Promise<void> {
    for (let left = count; left > 0; left--) await add(await author.update(author.edit))
  }
  async function state(): Promise<RoomState> {
    const found = await log.room(author.room)
    if (!found || found === 'gone') throw new Error('no room')
    return found
  }
  async function snapshot(expected = 0, now = NOW) {
    const { last, head } = await state()
    return add(await author.snapshot(author.edit, last, head), expected, now)
  }
  const stored = (number: number) => ({ outcome: 'stored', number })
  const refused = (reason: string, detail = 0) => ({ outcome: 'refused', reason, detail })
  const numbers = async (after = 0) =>
    (await log.read(author.room, after, Number.MAX_SAFE_INTEGER)).map(({ number }) => number)

  describe('appending', () => {
    test('L1 records get numbers in order, and are read back as they were', async () => {
      const [one, two] = [await author.update(author.edit), await author.update(author.owner)]
      expect(await log.append([appendOf(one), appendOf(two)], NOW)).toEqual([stored(2), stored(3)])
      const read = await log.read(author.room, 1, Number.MAX_SAFE_INTEGER)
      expect(read.map(({ record }) => new Uint8Array(record))).toEqual([one, two])
    })

    test('L1 the same record again gets the number it has, also within one commit, whatever its bytes', async () => {
      const id = fresh(16)
      const [once, again] = [
        await author.update(author.edit, fresh(9), { id }),
        await author.update(author.edit, fresh(9), { id }),
      ]
      expect(await log.append([appendOf(once), appendOf(again)], NOW)).toEqual([
        stored(2),
        { outcome: 'known', number: 2 },
      ])
      expect(await add(again)).toEqual({ outcome: 'known', number: 2 })
      expect(await numbers()).toEqual([1, 2])
    })

    test("L1 another link's record id is taken by nobody else", async () => {
      const id = fresh(16)
      expect(await add(await author.update(author.owner, fresh(9), { id }))).toEqual(stored(2))
      expect(await add(await author.update(author.edit, fresh(9), { id }))).toEqual(stored(3))
    })

    test('R3 the head is chained over all records', async () => {
      await updates(3)
      let head: Bytes = new Uint8Array(32)
      for (const { record } of await log.read(author.room, 0, Number.MAX_SAFE_INTEGER))
        head = await nextHead(head, new Uint8Array(record))
      expect(new Uint8Array((await state()).head)).toEqual(head)
      expect(new Uint8Array((await log.headAt(author.room, 4)) ?? [])).toEqual(head)
    })

    test('L4 view links and strangers append nothing', async () => {
      expect(await add(await author.update(author.view))).toEqual(refused('notAllowed'))
      expect(await add(await (await makeAuthor()).update(author.edit))).toEqual(refused('notAllowed'))
      const stranger = await makeAuthor()
      const record = await stranger.update(stranger.edit, fresh(3), { room: author.room })
      expect(await add(record)).toEqual(refused('notAllowed'))
    })

    test('L6 a record of another epoch is refused as stale, with the manifest to read', async () => {
      const epoch = { id: fresh(16), key: fresh(32) }
      expect(await add(await author.update(author.edit, fresh(3), { epoch }))).toEqual(
        refused('staleEpoch', 1),
      )
    })

    test('a room that is full takes no more, and nothing that is refused uses a number', async () => {
      await updates(45)
      const { last, live } = await state()
      expect(live).toBeLessThanOrEqual(budgets.liveBytes)
      expect(last).toBeLessThan(45)
      expect(await add(await author.update(author.edit))).toEqual(refused('roomFull'))
      expect((await state()).last).toBe(last)
    })
  })

  describe('manifests', () => {
    test('R5 a manifest is accepted on the one before, and who is outrun is told what stands', async () => {
      expect(await manifest(2)).toEqual(stored(2))
      expect(await manifest(2)).toEqual(refused('outrun', 2))
      expect(await manifest(4, [], 2)).toEqual(refused('outrun', 2))
      expect(await manifest(3)).toEqual(stored(3))
      expect(await state()).toMatchObject({ version: 3, manifest: 3 })
    })

    test('L5 a revoked link keeps its digest and loses its envelope, and appends no more, in the same commit too', async () => {
      const { record, envelopes } = await author.manifest(2, [author.edit])
      const content = parseManifest(splitRecord(record).body)
      const ownerDigest = await sha256(author.owner.token)
      const late = await author.update(author.edit)
      const results = await log.append(
        [{ ...appendOf(record, 1), manifest: { content, envelopes, ownerDigest } }, appendOf(late)],
        NOW,
      )
      expect(results).toEqual([stored(2), refused('notAllowed')])
      const link = (await log.links(author.room)).find(({ revoked }) => revoked)
      expect(link?.envelope).toHaveLength(0)
      expect(new Uint8Array(link?.digest ?? [])).toEqual(await sha256(author.edit.token))
    })

    test('W6 a room that is not there is made by its first manifest only', async () => {
      const other = await makeAuthor()
      expect(await add(await other.update(other.owner))).toEqual(refused('notAllowed'))
      expect(await log.room(other.room)).toBeUndefined()
    })
  })

  describe('snapshots', () => {
    test('R6 a snapshot is accepted on the one before, at a head that is the log’s own', async () => {
      await updates(3)
      const { last, head } = await state()
      expect(await add(await author.snapshot(author.edit, last, fresh(32)))).toEqual(refused('malformed'))
      expect(await add(await author.snapshot(author.edit, last + 1, head))).toEqual(refused('malformed'))
      expect(await snapshot()).toEqual(stored(5))
      expect(await snapshot(0)).toEqual(refused('outrun', 5))
      expect(await snapshot(5)).toEqual(stored(6))
      expect(await state()).toMatchObject({ snapshot: 6, seen: 5 })
    })

    test('L3 what a snapshot speaks for counts no more, and the manifest before it stays live', async () => {
      await updates(3)
      const before = (await state()).live
      await snapshot()
      const after = (await state()).live
      expect(after).toBeLessThan(before)
      expect((await log.manifestAt(author.room, 4))?.number).toBe(1)
      // It is kept as long as the budget for superseded records lasts.
      expect(await numbers()).toEqual([1, 2, 3, 4, 5])
    })

    test('L3 a room that is full can still be summed up, and takes more then', async () => {
      await updates(45)
      expect(await snapshot()).toMatchObject({ outcome: 'stored' })
      expect(await add(await author.update(author.edit))).toMatchObject({ outcome: 'stored' })
    })

    test('L3 superseded records beyond their budget are dropped, oldest first, but the newest superseded snapshot', async () => {
      await updates(3)
      await snapshot()
      await updates(25)
      await snapshot(5)
      const kept = await numbers()
      expect(kept[0]).toBe(1)
      expect(kept).toContain(5)
      expect(kept).not.toContain(2)
      expect(kept.at(-1)).toBe(31)
      const live = await log.read(author.room, 30, Number.MAX_SAFE_INTEGER)
      expect(live.map(({ number }) => number)).toEqual([31])
    })

    test('L3 superseded records are dropped after 30 days, but the newest superseded snapshot', async () => {
      await updates(2)
      await snapshot()
      await snapshot(4)
      await log.sweep(NOW + 29 * DAY_MS)
      expect(await numbers()).toEqual([1, 2, 3, 4, 5])
      await log.sweep(NOW + 31 * DAY_MS)
      expect(await numbers()).toEqual([1, 4, 5])
    })
  })

  test('reading gives about as much as was asked for, and at least one record', async () => {
    await updates(5)
    expect(await log.read(author.room, 1, 1)).toHaveLength(1)
    expect(await log.read(author.room, 1, 3 * RECORD)).toHaveLength(3)
    expect(await log.read(author.room, 6, 1)).toEqual([])
  })

  test('the last use of a link is remembered', async () => {
    await log.use(author.room, author.edit.id, NOW)
    const used = (await log.links(author.room)).filter(({ usedAt }) => usedAt === NOW)
    expect(used.map(({ id }) => new Uint8Array(id))).toEqual([author.edit.id])
  })

  test('L8 unsharing leaves nothing but the name, which cannot be made again', async () => {
    await updates(2)
    await log.remove(author.room, NOW)
    expect(await log.room(author.room)).toBe('gone')
    expect(await numbers()).toEqual([])
    expect(await log.links(author.room)).toEqual([])
    expect(await manifest(1)).toEqual(refused('notAllowed'))
    expect(await log.totals()).toEqual({ rooms: 0, records: 0, bytes: 0 })
  })
}
