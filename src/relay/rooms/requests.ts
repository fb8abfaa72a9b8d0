import { type DeviceMessage, MESSAGE_LIMIT } from '../../wire/message.ts'
import { partsOf } from '../../wire/parts.ts'
import type { Visit } from './admission.ts'
import type { RelayParts } from './parts.ts'

type Request = Extract<DeviceMessage, { type: 'beneath' | 'uses' | 'unshare' }>

/** Answers what a device asks beside the stream. Rejects where the log fails. */
export async function answer(request: Request, visit: Visit, parts: RelayParts): Promise<void> {
  if (!visit.open) return
  switch (request.type) {
    case 'beneath':
      return beneath(request, visit, parts)
    case 'uses':
      return uses(visit, parts)
    case 'unshare':
      return unshare(visit, parts)
  }
}

/** Records that a snapshot superseded, as far as they are kept (docs/PROTOCOL.md R6). */
async function beneath(
  { from, to }: Extract<Request, { type: 'beneath' }>,
  { room, peer }: Visit,
  { log }: RelayParts,
): Promise<void> {
  let at = Math.max(from, 1) - 1
  while (at < to) {
    const records = await log.read(room, at, 2 * MESSAGE_LIMIT)
    if (records.length === 0) break
    for (const { number, record } of records) {
      if (number > to) break
      for (const part of partsOf(record)) peer.send({ type: 'beneath', number, ...part })
    }
    at = records.at(-1)?.number ?? to
    // As much as the socket takes: this is read from the log, not held in memory.
    await new Promise<void>((resolve) => peer.socket.ping(undefined, undefined, () => resolve()))
    if (peer.socket.readyState !== peer.socket.OPEN) return
  }
  peer.send({ type: 'beneath', number: Math.min(at, to), index: 0, count: 0, bytes: new Uint8Array() })
}

async function uses({ room, role, peer }: Visit, { log }: RelayParts): Promise<void> {
  if (role !== 'owner') return
  const links = await log.links(room)
  peer.send({ type: 'uses', uses: links.map(({ id, usedAt }) => ({ link: id, at: usedAt })) })
}

/** Deletes the room at once (docs/PROTOCOL.md L8), and tells all who follow it. */
async function unshare({ room, role }: Visit, { log, hub, now, logger }: RelayParts): Promise<void> {
  if (role !== 'owner') return
  await log.remove(room, now())
  hub.unshare(room)
  logger.info('a room was unshared')
}
