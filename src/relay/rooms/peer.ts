import type { WebSocket } from 'ws'
import type { Bytes } from '../../wire/bytes.ts'
import { CLOSE, type RelayMessage } from '../../wire/message.ts'
import { partsOf } from '../../wire/parts.ts'
import { encodeRelayMessage } from '../../wire/relayMessage.ts'
import type { RecordLog, StoredRecord } from '../log/recordLog.ts'
import { nameOf } from './name.ts'

/** One device that follows a room. */
export interface Peer {
  readonly socket: WebSocket
  readonly link: Bytes
  send(message: RelayMessage): void
  /** Sends a message that is encoded already. */
  forward(message: Bytes): void
  /** The next record of this id is its own, or was sent before: it is told by an ack (docs/PROTOCOL.md W5). */
  own(id: Bytes): void
  /** Sends what it has not got yet. */
  wake(): void
}

/** What a peer follows. */
export interface Followed {
  readonly room: Bytes
  /** Number of the room's last record. */
  last(): number
  /** Records after a number that are still in memory; empty where that one is not. */
  recent(after: number): readonly StoredRecord[]
}

/** Read from the log at a time. */
const CHUNK = 512 * 1024

export interface PeerOptions {
  readonly socket: WebSocket
  readonly link: Bytes
  readonly followed: Followed
  readonly log: RecordLog
  /** Unsent bytes at which a reader is dropped. */
  readonly unsentBytes: number
  readonly onSlow: () => void
}

/**
 * Makes a peer that has got all up to `after`. Records go out in order, as fast as the socket takes them: where half of
 * `unsentBytes` waits, the rest stays in the log until it is read.
 */
export function makePeer(options: PeerOptions & { after: number; first: readonly StoredRecord[] }): Peer {
  const { socket, link, followed, log, unsentBytes, onSlow } = options
  const first = [...options.first]
  const own = new Set<string>()
  let at = options.after
  let level = false
  let running = false

  const send = (message: RelayMessage): void => forward(encodeRelayMessage(message))

  function forward(message: Bytes): void {
    if (socket.readyState !== socket.OPEN) return
    socket.send(message)
    if (socket.bufferedAmount <= unsentBytes) return
    onSlow()
    socket.close(CLOSE.slowReader)
    // It does not read, so it will not read the closing either.
    socket.terminate()
  }

  function tell({ number, id, record }: StoredRecord): void {
    if (own.delete(nameOf(id))) send({ type: 'ack', id, number })
    else for (const part of partsOf(record)) send({ type: 'record', number, ...part })
  }

  async function pump(): Promise<void> {
    for (const record of first.splice(0)) {
      tell(record)
      // The snapshot comes again at its place, as an ack; the manifest lies at or before `after` and does not.
      if (record.number > at) own.add(nameOf(record.id))
    }
    while (at < followed.last() && socket.readyState === socket.OPEN) {
      const next = followed.recent(at)
      const records = next.length > 0 ? next : await log.read(followed.room, at, CHUNK)
      if (records[0]?.number !== at + 1) {
        // What it lacks was dropped while it read too slowly: coming back, it begins with the snapshot.
        socket.close(CLOSE.slowReader)
        return
      }
      for (const record of records) {
        tell(record)
        at = record.number
      }
      if (socket.bufferedAmount > unsentBytes / 2) await drained()
    }
    if (level) return
    level = true
    const head = await log.headAt(followed.room, at)
    if (head) send({ type: 'level', number: at, head })
  }

  /** Resolves when all that was handed to the socket is on its way, or it is closed. */
  function drained(): Promise<void> {
    return new Promise((resolve) => socket.ping(undefined, undefined, () => resolve()))
  }

  function wake(): void {
    if (running) return
    running = true
    pump()
      .catch(() => socket.close(CLOSE.goingAway))
      .finally(() => {
        running = false
        // Something was appended after the pump had looked for the last time.
        if (at < followed.last() && socket.readyState === socket.OPEN) wake()
      })
  }

  return { socket, link, send, forward, own: (id) => own.add(nameOf(id)), wake }
}
