import type { WebSocket } from 'ws'
import { type Bytes, Malformed } from '../../wire/bytes.ts'
import { decodeDeviceMessage } from '../../wire/deviceMessage.ts'
import { CLOSE, type DeviceMessage, type Hello } from '../../wire/message.ts'
import { makeBucket } from '../limits.ts'
import { admit, type Visit } from './admission.ts'
import type { RelayParts } from './parts.ts'
import { answer } from './requests.ts'
import { makeSubmissions } from './submissions.ts'

/** Serves one WebSocket from its hello to its end (docs/PROTOCOL.md W1, W2). Never throws. */
export function serve(socket: WebSocket, address: string, parts: RelayParts): void {
  const { limits, now, metrics, log } = parts
  const presence = makeBucket(limits.presencePerSecond)
  let greeted = false
  let visit: Visit | null = null
  // Messages are taken one after the other: what follows a hello waits until it is answered.
  let turn: Promise<void> = Promise.resolve()

  const late = setTimeout(() => {
    if (!greeted) socket.close(CLOSE.noHello)
  }, limits.helloMs)

  function refuse(error: unknown): void {
    if (error instanceof Malformed) {
      metrics.add('malformed')
      parts.logger.debug({ why: error.message }, 'malformed message')
      socket.close(CLOSE.malformed)
    } else {
      parts.logger.error({ error }, 'a connection failed')
      socket.close(CLOSE.goingAway)
    }
  }

  async function greet(hello: Hello): Promise<void> {
    visit = await admit(hello, socket, address, parts)
    if (!visit) return
    submissions = makeSubmissions(visit, parts)
    // Closed while it was let in.
    if (socket.readyState !== socket.OPEN) leave()
  }
  let submissions: ReturnType<typeof makeSubmissions> | null = null

  async function take(message: DeviceMessage): Promise<void> {
    if (message.type === 'hello') {
      if (greeted) throw new Malformed('a second hello')
      greeted = true
      return greet(message)
    }
    if (!visit) {
      if (!greeted) throw new Malformed('something before the hello')
      return
    }
    switch (message.type) {
      case 'submit':
        return submissions?.take(message)
      case 'presence':
        return tellPresence(visit, message.bytes)
      case 'ping':
        return visit.peer.send({ type: 'pong' })
      default:
        return answer(message, visit, parts)
    }
  }

  function tellPresence({ peer, open }: Visit, bytes: Bytes): void {
    if (bytes.length > limits.presenceBytes) throw new Malformed(`presence of ${bytes.length} bytes`)
    // What comes too fast is dropped: the next one says the same or newer.
    if (presence.take(now()) === 0) open?.presence(peer, bytes)
  }

  function leave(): void {
    clearTimeout(late)
    visit?.open?.leave(visit.peer)
    if (visit) void log.use(visit.room, visit.peer.link, now()).catch(() => {})
  }

  socket.on('message', (data: Buffer, isBinary) => {
    turn = turn.then(async () => {
      if (socket.readyState !== socket.OPEN) return
      try {
        if (!isBinary) throw new Malformed('a text message')
        await take(decodeDeviceMessage(data))
      } catch (error) {
        refuse(error)
      }
    })
  })
  socket.on('close', leave)
  // A broken connection closes as well; without a listener it would end the process.
  socket.on('error', () => {})
}
