import type { IncomingMessage, Server } from 'node:http'
import type { Duplex } from 'node:stream'
import type { Logger } from 'pino'
import { WebSocketServer } from 'ws'
import { CLOSE, RELAY_PATH, SUBPROTOCOL } from '../wire/message.ts'
import { addressOf, isAllowedOrigin } from './address.ts'
import { type CommitReport, makeCommitter } from './committer.ts'
import { makeHourlyCount } from './limits.ts'
import type { RecordLog } from './log/recordLog.ts'
import { makeMetrics } from './metrics.ts'
import { serve } from './rooms/connection.ts'
import { makeHub } from './rooms/hub.ts'
import type { RelayParts } from './rooms/parts.ts'
import type { Settings } from './settings.ts'

/** The relay of one server. */
export interface Relay {
  /** Counters and gauges as Prometheus text. */
  metrics(): Promise<string>
  /** Ends all sockets, waits for the last commit and closes the log. */
  stop(): Promise<void>
}

const HOUR_MS = 3_600_000
/** Phones fall asleep without a word: a socket that answers no ping for so long is gone. */
const PING_MS = 30_000

/** Answers WebSockets at /relay of an HTTP server (docs/PROTOCOL.md W1) from a log, which it closes when it stops. */
export function attachRelay(
  server: Server,
  log: RecordLog,
  settings: Pick<Settings, 'limits' | 'trustProxy' | 'origins'>,
  logger: Logger,
): Relay {
  const { limits, trustProxy, origins } = settings
  const metrics = makeMetrics()
  const hub = makeHub()
  const now = () => Date.now()
  const committer = makeCommitter({ log, now, onCommit, onFailure })
  const made = makeHourlyCount(limits.roomsPerHour)
  const failed = makeHourlyCount(limits.failuresPerHour)
  const parts: RelayParts = { log, hub, committer, metrics, limits, logger, made, failed, now }
  const sockets = new WebSocketServer({
    noServer: true,
    maxPayload: limits.messageBytes,
    // Sealed bytes do not compress.
    perMessageDeflate: false,
    handleProtocols: (offered) => (offered.has(SUBPROTOCOL) ? SUBPROTOCOL : false),
  })
  const alive = new WeakSet<object>()

  function onCommit({ results, seconds }: CommitReport): void {
    metrics.add('commits')
    metrics.add('commit_seconds', seconds)
    for (const { append, result } of results) {
      if (result.outcome !== 'stored') continue
      const { header, record, manifest } = append
      metrics.add('records')
      metrics.add('record_bytes', record.length)
      hub.stored(header.room, { number: result.number, id: header.id, record })
      const revoked = manifest?.content.links.filter(({ revoked }) => revoked).map(({ id }) => id) ?? []
      if (revoked.length > 0) hub.revoke(header.room, revoked)
    }
  }

  function onFailure(error: unknown): void {
    metrics.add('commit_failures')
    logger.error({ error: error instanceof Error ? error.message : String(error) }, 'a commit failed')
  }

  function onUpgrade(request: IncomingMessage, socket: Duplex, head: Buffer): void {
    const path = (request.url ?? '').split('?', 1)[0]
    if (path !== RELAY_PATH || !isAllowedOrigin(request, origins)) {
      const answer = path === RELAY_PATH ? '403 Forbidden' : '404 Not Found'
      socket.end(`HTTP/1.1 ${answer}\r\nConnection: close\r\nContent-Length: 0\r\n\r\n`)
      return
    }
    sockets.handleUpgrade(request, socket, head, (client) => {
      metrics.add('connections')
      alive.add(client)
      client.on('pong', () => alive.add(client))
      serve(client, addressOf(request, trustProxy), parts)
    })
  }

  const pings = setInterval(() => {
    for (const client of sockets.clients) {
      if (!alive.delete(client)) client.terminate()
      else client.ping()
    }
  }, PING_MS)
  const sweep = () => log.sweep(now()).catch(onFailure)
  const sweeps = setInterval(sweep, HOUR_MS)
  void sweep()
  server.on('upgrade', onUpgrade)

  return {
    async metrics() {
      return metrics.text({ ...hub.counts(), ...(await log.totals()) })
    },
    async stop() {
      clearInterval(pings)
      clearInterval(sweeps)
      server.off('upgrade', onUpgrade)
      for (const client of sockets.clients) client.close(CLOSE.goingAway)
      await committer.idle()
      // Who does not answer the closing is not waited for.
      for (const client of sockets.clients) client.terminate()
      await log.close()
    },
  }
}
