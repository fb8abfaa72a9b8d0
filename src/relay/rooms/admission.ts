import type { WebSocket } from 'ws'
import { type Bytes, equalBytes } from '../../wire/bytes.ts'
import { CLOSE, type Hello, PROTOCOL, type Standing } from '../../wire/message.ts'
import { linkOfToken } from '../checks.ts'
import type { LinkState, RoomState, StoredRecord } from '../log/recordLog.ts'
import type { OpenRoom } from './hub.ts'
import type { RelayParts } from './parts.ts'
import { makePeer, type Peer } from './peer.ts'

/** A connection that was let in. */
export interface Visit {
  readonly room: Bytes
  readonly peer: Peer
  readonly role: LinkState['role']
  /** The room it follows; null where there is none and it may make it (docs/PROTOCOL.md W6). */
  readonly open: OpenRoom | null
  readonly token: Bytes
  readonly address: string
}

/**
 * Answers a hello: welcome and the stream (docs/PROTOCOL.md W5 to W7), or a close code that says why not (W8). Null where it
 * was not let in. Rejects where the log cannot be read.
 */
export async function admit(
  hello: Hello,
  socket: WebSocket,
  address: string,
  parts: RelayParts,
): Promise<Visit | null> {
  const { log, metrics, failed, now } = parts
  const refuse = (code: number): null => {
    metrics.add('hellos_refused')
    socket.close(code)
    return null
  }
  if (hello.protocol > PROTOCOL) return refuse(CLOSE.newerProtocol)
  if (failed.spent(address, now())) return refuse(CLOSE.tooManyAttempts)
  const state = await log.room(hello.room)
  if (state === 'gone') return refuse(CLOSE.unshared)
  if (!state) return stranger(hello, socket, address, parts)

  const link = linkOfToken(await log.links(hello.room), hello.token)
  if (!link) {
    failed.add(address, now())
    return refuse(CLOSE.unknownLink)
  }
  if (link.revoked) return refuse(CLOSE.revoked)
  return (await enter(hello, { state, link, socket, address }, parts)) ?? refuse(CLOSE.roomCrowded)
}

/** A device that names a room which is not there may make it, and nothing else. */
function stranger(hello: Hello, socket: WebSocket, address: string, parts: RelayParts): Visit | null {
  const { log, limits, made, now } = parts
  if (made.spent(address, now())) {
    socket.close(CLOSE.tooManyAttempts)
    return null
  }
  const followed = { room: hello.room, last: () => 0, recent: () => [] }
  const peer = makePeer({
    ...{ socket, link: new Uint8Array(16), followed, log, unsentBytes: limits.unsentBytes },
    ...{ onSlow: () => {}, after: 0, first: [] },
  })
  const nothing = new Uint8Array()
  const head = new Uint8Array(32)
  peer.send({
    type: 'welcome',
    standing: 'unknown',
    last: 0,
    head,
    snapshot: 0,
    envelope: nothing,
    manifest: nothing,
  })
  return { room: hello.room, peer, role: 'owner', open: null, token: hello.token, address }
}

interface Entering {
  readonly state: RoomState
  readonly link: LinkState
  readonly socket: WebSocket
  readonly address: string
}

async function enter(
  hello: Hello,
  { state, link, socket, address }: Entering,
  parts: RelayParts,
): Promise<Visit | null> {
  const { log, hub, limits, metrics, now } = parts
  const { room } = hello
  const standing = await standingOf(hello, state, parts)
  const manifest = await log.manifestAt(room, state.last)
  const start = await startOf(hello, state, parts)
  // From here on without a pause, so that no record falls between what was read and what is followed.
  const open = hub.open(room, state.last)
  if (open.peers.size >= limits.socketsPerRoom) return null
  const follows = standing === 'follows'
  const peer = makePeer({
    ...{ socket, link: link.id, followed: open, log, unsentBytes: limits.unsentBytes },
    onSlow: () => metrics.add('slow_readers'),
    after: follows ? start.after : Number.POSITIVE_INFINITY,
    first: follows ? start.first : [],
  })
  open.join(peer)
  const { last, head, snapshot } = state
  const { envelope } = link
  peer.send({
    type: 'welcome',
    standing,
    last,
    head,
    snapshot,
    envelope,
    manifest: manifest?.record ?? new Uint8Array(),
  })
  if (follows) peer.wake()
  void log.use(room, link.id, now()).catch(() => {})
  return { room, peer, role: link.role, open, token: hello.token, address }
}

async function standingOf(
  { room, after, head }: Hello,
  state: RoomState,
  { log }: RelayParts,
): Promise<Standing> {
  if (after > state.last) return 'behind'
  const there = await log.headAt(room, after)
  // A head that is kept no more cannot be compared; the device compares what it is sent.
  return there && !equalBytes(there, head) ? 'fork' : 'follows'
}

/**
 * What is sent out of order first, and the number after which the order begins (docs/PROTOCOL.md W5): who has nothing yet,
 * or lacks what was dropped, begins with the snapshot.
 */
async function startOf(
  { room, after }: Hello,
  { snapshot, seen }: RoomState,
  { log }: RelayParts,
): Promise<{ after: number; first: readonly StoredRecord[] }> {
  if (seen <= after) return { after, first: [] }
  const isKept = after > 0 && (await log.read(room, after, 1))[0]?.number === after + 1
  if (isKept) return { after, first: [] }
  const manifest = await log.manifestAt(room, seen)
  const [summary] = await log.read(room, snapshot - 1, 1)
  if (!manifest || !summary) throw new Error(`room without its snapshot ${snapshot}`)
  return { after: seen, first: [manifest, summary] }
}
