import type { Bytes } from '../../wire/bytes.ts'
import { CLOSE } from '../../wire/message.ts'
import { encodeRelayMessage } from '../../wire/relayMessage.ts'
import type { StoredRecord } from '../log/recordLog.ts'
import { nameOf } from './name.ts'
import type { Followed, Peer } from './peer.ts'

/** The rooms that someone follows now. */
export interface Hub {
  /** The room to follow, whose last record has this number; it is known as long as it has peers or is held. */
  open(room: Bytes, last: number): OpenRoom
  /** A record was stored: all who follow its room get it. */
  stored(room: Bytes, record: StoredRecord): void
  /** Ends the sockets of links that were revoked. */
  revoke(room: Bytes, links: readonly Bytes[]): void
  /** Ends a room's sockets because it was unshared. */
  unshare(room: Bytes): void
  /** Sockets and rooms now. */
  counts(): { readonly sockets: number; readonly open_rooms: number }
  /** Ends all sockets with a code. */
  closeAll(code: number): void
}

/** A room that someone follows. */
export interface OpenRoom extends Followed {
  readonly peers: ReadonlySet<Peer>
  join(peer: Peer): void
  leave(peer: Peer): void
  /** Hands presence to all but who said it; nothing is kept. */
  presence(from: Peer, bytes: Bytes): void
}

/** What is kept in memory of a room, so that those who keep up cause no reading. */
const RECENT = { records: 64, bytes: 256 * 1024 }

/** Makes the hub of one relay. */
export function makeHub(): Hub {
  const rooms = new Map<string, Room>()

  function close(room: Bytes, peers: Iterable<Peer>, code: number): void {
    const open = rooms.get(nameOf(room))
    for (const peer of [...peers]) {
      open?.leave(peer)
      peer.socket.close(code)
    }
  }

  return {
    open(room, last) {
      const name = nameOf(room)
      const known = rooms.get(name)
      known?.reached(last)
      const open = known ?? makeRoom(room, last, () => rooms.delete(name))
      rooms.set(name, open)
      return open
    },
    stored: (room, record) => rooms.get(nameOf(room))?.stored(record),
    revoke(room, links) {
      const gone = new Set(links.map(nameOf))
      const peers = [...(rooms.get(nameOf(room))?.peers ?? [])].filter(({ link }) => gone.has(nameOf(link)))
      close(room, peers, CLOSE.revoked)
    },
    unshare(room) {
      const peers = [...(rooms.get(nameOf(room))?.peers ?? [])]
      for (const peer of peers) peer.send({ type: 'unshared' })
      close(room, peers, CLOSE.unshared)
    },
    counts: () => ({
      sockets: [...rooms.values()].reduce((sum, { peers }) => sum + peers.size, 0),
      open_rooms: rooms.size,
    }),
    closeAll(code) {
      for (const { peers } of rooms.values()) for (const { socket } of peers) socket.close(code)
    },
  }
}

type Room = OpenRoom & { stored(record: StoredRecord): void; reached(number: number): void }

function makeRoom(room: Bytes, first: number, onEmpty: () => void): Room {
  const peers = new Set<Peer>()
  let recent: StoredRecord[] = []
  let last = first
  return {
    room,
    peers,
    last: () => last,
    recent(after) {
      const from = recent[0]?.number ?? Number.POSITIVE_INFINITY
      return after + 1 < from ? [] : recent.slice(after + 1 - from)
    },
    join: (peer) => void peers.add(peer),
    leave(peer) {
      peers.delete(peer)
      if (peers.size === 0) onEmpty()
    },
    presence(from, bytes) {
      const message = encodeRelayMessage({ type: 'presence', bytes })
      for (const peer of peers) if (peer !== from) peer.forward(message)
    },
    reached(number) {
      last = Math.max(last, number)
    },
    stored(record) {
      // Numbers skip where another relay on the same log wrote; then memory begins anew.
      if (record.number !== last + 1) recent = []
      last = Math.max(last, record.number)
      recent.push(record)
      let bytes = recent.reduce((sum, one) => sum + one.record.length, 0)
      while (recent.length > RECENT.records || (bytes > RECENT.bytes && recent.length > 1))
        bytes -= recent.shift()?.record.length ?? 0
      for (const peer of peers) peer.wake()
    },
  }
}
