import { createHash } from 'node:crypto'
import type { DatabaseSync } from 'node:sqlite'
import { type Bytes, equalBytes } from '../../wire/bytes.ts'
import type { RefusalReason } from '../../wire/message.ts'
import { KINDS } from '../../wire/record.ts'
import type { Append, Appended, Budgets, RoomState } from './recordLog.ts'
import { type Row, stateOf } from './rows.ts'
import { makeSuperseder } from './superseding.ts'

type Refused = Extract<Appended, { outcome: 'refused' }>

const refused = (reason: RefusalReason, detail = 0): Refused => ({ outcome: 'refused', reason, detail })

/** Appends one record, inside a transaction of the caller's (docs/PROTOCOL.md L1, L3, L4, R5, R6). */
export function makeAppender(database: DatabaseSync, budgets: Budgets) {
  const findRoom = database.prepare('SELECT * FROM rooms WHERE room = ?')
  const findRecord = database.prepare('SELECT number FROM records WHERE room = ? AND link = ? AND id = ?')
  const findLink = database.prepare('SELECT role, revoked FROM links WHERE room = ? AND id = ?')
  const findHead = database.prepare('SELECT head FROM records WHERE room = ? AND number = ?')
  const makeRoom = database.prepare(
    'INSERT INTO rooms (room, owner, last, head, manifest, version, epoch, snapshot, seen, live, superseded) VALUES (?, ?, 0, ?, 0, 0, ?, 0, 0, 0, 0)',
  )
  const insert = database.prepare(
    'INSERT INTO records (room, number, kind, link, id, head, size, record) VALUES (?, ?, ?, ?, ?, ?, ?, ?)',
  )
  const advance = database.prepare('UPDATE rooms SET last = ?, head = ?, live = live + ? WHERE key = ?')
  const setManifest = database.prepare('UPDATE rooms SET manifest = ?, version = ?, epoch = ? WHERE key = ?')
  const setSnapshot = database.prepare('UPDATE rooms SET snapshot = ?, seen = ? WHERE key = ?')
  const putLink = database.prepare(
    `INSERT INTO links (room, id, role, digest, revoked, envelope, used_at) VALUES (?, ?, ?, ?, ?, ?, 0)
     ON CONFLICT DO UPDATE SET role = excluded.role, digest = excluded.digest, revoked = excluded.revoked, envelope = excluded.envelope`,
  )
  const supersede = makeSuperseder(database, budgets)

  return function append(one: Append, now: number): Appended {
    const { header, record } = one
    const found = roomFor(one)
    if ('outcome' in found) return found
    const { key, state } = found
    const known = findRecord.get(key, header.link, header.id) as Row | undefined
    if (known) return { outcome: 'known', number: Number(known.number) }
    const refusal = refusalOf(one, key, state)
    if (refusal) return refusal

    const number = state.last + 1
    const head = nextHead(state.head, record)
    insert.run(key, number, KINDS[header.kind], header.link, header.id, head, record.length, record)
    advance.run(number, head, record.length, key)
    if (one.manifest) putManifest(key, number, one.manifest)
    if (header.kind === 'snapshot') {
      setSnapshot.run(number, header.seen, key)
      supersede(key, header.seen, now)
    }
    return { outcome: 'stored', number }
  }

  /** The room of a record; made where this is the first manifest of a room that never was. */
  function roomFor({ header, expected, manifest }: Append): { key: number; state: RoomState } | Refused {
    const row = findRoom.get(header.room) as Row | undefined
    if (row)
      return row.gone_at === null ? { key: Number(row.key), state: stateOf(row) } : refused('notAllowed')
    if (!manifest || expected !== 0 || manifest.content.version !== 1) return refused('notAllowed')
    const { owner, epoch } = manifest.content
    makeRoom.run(header.room, owner, new Uint8Array(32), epoch)
    const made = findRoom.get(header.room) as Row
    putLink.run(Number(made.key), header.link, 'owner', manifest.ownerDigest, 0, new Uint8Array())
    return { key: Number(made.key), state: stateOf(made) }
  }

  function refusalOf({ header, record, expected, manifest }: Append, key: number, state: RoomState) {
    const link = findLink.get(key, header.link) as Row | undefined
    if (link?.revoked !== 0 || link.role === 'view') return refused('notAllowed')
    if (header.kind === 'manifest') {
      if (!manifest || link.role !== 'owner') return refused('notAllowed')
      if (expected !== state.version || manifest.content.version !== expected + 1)
        return refused('outrun', state.version)
    } else if (!equalBytes(header.epoch, state.epoch)) return refused('staleEpoch', state.manifest)
    if (header.kind === 'snapshot') {
      if (expected !== state.snapshot) return refused('outrun', state.snapshot)
      if (header.seen <= state.seen || !isHead(header.head, key, header.seen)) return refused('malformed')
      // What it supersedes makes room for it, so a full room can always be summed up.
      return record.length > budgets.liveBytes ? refused('tooLarge') : null
    }
    return state.live + record.length > budgets.liveBytes ? refused('roomFull') : null
  }

  function isHead(head: Bytes, key: number, number: number): boolean {
    const row = findHead.get(key, number) as Row | undefined
    return row !== undefined && equalBytes(head, row.head as Bytes)
  }

  function putManifest(key: number, number: number, manifest: NonNullable<Append['manifest']>): void {
    const { content, envelopes, ownerDigest } = manifest
    const envelopeOf = (id: Bytes) => envelopes.find(({ link }) => equalBytes(link, id))?.envelope
    for (const { id, role, token, revoked } of content.links) {
      const envelope = revoked ? undefined : envelopeOf(id)
      putLink.run(key, id, role, token, revoked ? 1 : 0, envelope ?? new Uint8Array())
    }
    const ownerId = createHash('sha256').update(content.owner).digest().subarray(0, 16)
    putLink.run(
      key,
      ownerId,
      'owner',
      ownerDigest,
      0,
      envelopeOf(new Uint8Array(ownerId)) ?? new Uint8Array(),
    )
    setManifest.run(number, content.version, content.epoch, key)
  }
}

/** `SHA-256(head ‖ SHA-256(record))` (docs/PROTOCOL.md R3). */
function nextHead(head: Bytes, record: Bytes): Bytes {
  const digest = createHash('sha256').update(record).digest()
  return new Uint8Array(createHash('sha256').update(head).update(digest).digest())
}
