import { join } from 'node:path'
import { MESSAGE_LIMIT } from '../wire/message.ts'
import type { Budgets } from './log/recordLog.ts'

/** How much the relay takes of anyone (docs/PROTOCOL.md W9). */
export interface Limits {
  readonly messageBytes: number
  readonly presenceBytes: number
  readonly presencePerSecond: number
  readonly submissionsPerSecond: number
  readonly socketsPerRoom: number
  readonly roomsPerHour: number
  readonly failuresPerHour: number
  readonly unsentBytes: number
  readonly helloMs: number
}

/** What the server is told by its environment. */
export interface Settings {
  /** Port 0 means any free one. */
  readonly port: number
  readonly host: string
  /** The file of the relay's log. */
  readonly file: string
  /** How many trusted proxies stand before this server. */
  readonly trustProxy: number
  /** Origins of pages that may open a WebSocket beside the server's own. */
  readonly origins: readonly string[]
  readonly logLevel: string
  readonly limits: Limits
  readonly budgets: Budgets
}

/** Why the server cannot start, in one line for the person who started it. */
export interface Refusal {
  readonly refused: string
}

type Environment = Readonly<Record<string, string | undefined>>

const KIB = 1024
const MIB = 1024 * KIB
const DAY_MS = 24 * 3_600_000
const LEVELS = ['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent']

/**
 * Reads the options that README.md lists from the environment, or says which is wrong.
 *
 * The default host keeps the app to this machine: nobody opens a port to a network by trying an app, and from
 * another machine a browser gives plain http neither WebCrypto nor a service worker. HOST=0.0.0.0 opens it, for a
 * container or a proxy that brings https.
 */
export function readSettings(env: Environment): Settings | Refusal {
  const wrong: string[] = []
  const number = (name: string, otherwise: number, least = 1, most = Number.MAX_SAFE_INTEGER): number => {
    const text = env[name]?.trim() || String(otherwise)
    const value = /^\d{1,15}$/.test(text) ? Number(text) : Number.NaN
    if (value >= least && value <= most) return value
    wrong.push(
      `${name} must be a number from ${least}${most < Number.MAX_SAFE_INTEGER ? ` to ${most}` : ''}, not "${text}".`,
    )
    return otherwise
  }
  const logLevel = env.LOG_LEVEL?.trim() || 'info'
  if (!LEVELS.includes(logLevel))
    wrong.push(`LOG_LEVEL must be one of ${LEVELS.join(', ')}, not "${logLevel}".`)
  const origins = (env.ORIGINS ?? '')
    .split(',')
    .map((one) => one.trim())
    .filter(Boolean)
  for (const origin of origins)
    if (!isOrigin(origin))
      wrong.push(`ORIGINS has "${origin}", which is no origin like https://rollcall.example.`)

  const settings: Settings = {
    port: number('PORT', 8080, 0, 65_535),
    host: env.HOST?.trim() || '127.0.0.1',
    file: join(env.DATA_DIR?.trim() || 'data', 'relay.sqlite'),
    trustProxy: number('TRUST_PROXY', 0, 0, 10),
    origins,
    logLevel,
    limits: {
      messageBytes: number('MESSAGE_KIB', MESSAGE_LIMIT / KIB) * KIB,
      presenceBytes: number('PRESENCE_BYTES', KIB),
      presencePerSecond: number('PRESENCE_PER_SECOND', 10),
      submissionsPerSecond: number('RECORDS_PER_SECOND', 60),
      socketsPerRoom: number('SOCKETS_PER_ROOM', 50),
      roomsPerHour: number('ROOMS_PER_HOUR', 60),
      failuresPerHour: number('FAILURES_PER_HOUR', 60),
      unsentBytes: number('UNSENT_KIB', KIB) * KIB,
      helloMs: number('HELLO_MS', 5_000),
    },
    budgets: {
      liveBytes: number('ROOM_MIB', 20) * MIB,
      supersededBytes: number('SUPERSEDED_MIB', 20) * MIB,
      supersededMs: number('SUPERSEDED_DAYS', 30) * DAY_MS,
    },
  }
  return wrong[0] === undefined ? settings : { refused: wrong[0] }
}

function isOrigin(text: string): boolean {
  try {
    return new URL(text).origin === text
  } catch {
    return false
  }
}
