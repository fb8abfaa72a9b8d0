import type { Bytes } from './bytes.ts'
import type { Part } from './parts.ts'

/** Version of the messages, and the WebSocket's subprotocol (PROTOCOL.md W1). */
export const PROTOCOL = 1
export const SUBPROTOCOL = 'rollcall.1'
export const RELAY_PATH = '/relay'

/** Longest message (PROTOCOL.md W1). */
export const MESSAGE_LIMIT = 256 * 1024

/** How the relay's log relates to what a device knows (PROTOCOL.md W7). */
export const STANDINGS = ['follows', 'behind', 'fork', 'unknown'] as const
export type Standing = (typeof STANDINGS)[number]

/** Why a submission was refused, by its number from 1 (PROTOCOL.md W7). */
export const REFUSALS = [
  'notAllowed',
  'staleEpoch',
  'outrun',
  'tooLarge',
  'roomFull',
  'tooFast',
  'malformed',
  'notStored',
] as const
export type RefusalReason = (typeof REFUSALS)[number]

/** Close codes (PROTOCOL.md W8). */
export const CLOSE = {
  goingAway: 1001,
  malformed: 4400,
  unknownLink: 4401,
  revoked: 4403,
  unknownRoom: 4404,
  noHello: 4408,
  newerProtocol: 4409,
  unshared: 4410,
  roomCrowded: 4413,
  tooManyAttempts: 4429,
  slowReader: 4431,
} as const

export interface Hello {
  readonly type: 'hello'
  readonly protocol: number
  readonly room: Bytes
  readonly token: Bytes
  readonly device: Bytes
  readonly after: number
  readonly head: Bytes
}

/** What a device says (PROTOCOL.md W2). */
export type DeviceMessage =
  | Hello
  | ({ readonly type: 'submit'; readonly id: Bytes; readonly expected: number } & Part)
  | { readonly type: 'presence'; readonly bytes: Bytes }
  | { readonly type: 'ping' }
  | { readonly type: 'beneath'; readonly from: number; readonly to: number }
  | { readonly type: 'uses' }
  | { readonly type: 'unshare' }

export interface Welcome {
  readonly type: 'welcome'
  readonly standing: Standing
  readonly last: number
  readonly head: Bytes
  /** Number of the newest snapshot; 0: none. */
  readonly snapshot: number
  readonly envelope: Bytes
  /** The newest manifest's record. */
  readonly manifest: Bytes
}

/** What the relay says (PROTOCOL.md W3). */
export type RelayMessage =
  | Welcome
  | ({ readonly type: 'record'; readonly number: number } & Part)
  | { readonly type: 'ack'; readonly id: Bytes; readonly number: number }
  | { readonly type: 'known'; readonly id: Bytes; readonly number: number }
  | {
      readonly type: 'refused'
      readonly id: Bytes
      readonly reason: RefusalReason
      readonly detail: number
    }
  | { readonly type: 'level'; readonly number: number; readonly head: Bytes }
  | { readonly type: 'presence'; readonly bytes: Bytes }
  | { readonly type: 'pong' }
  | ({ readonly type: 'beneath'; readonly number: number } & Part)
  | {
      readonly type: 'uses'
      readonly uses: readonly { readonly link: Bytes; readonly at: number }[]
    }
  | { readonly type: 'unshared' }
