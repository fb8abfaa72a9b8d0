import type { IncomingMessage } from 'node:http'

/**
 * The address a request comes from. `hops` is how many trusted proxies stand before this server: with none the header
 * X-Forwarded-For is whatever a client wrote and is not read; with n, the nth from its end is what the outermost of our
 * own proxies saw.
 */
export function addressOf(request: IncomingMessage, hops: number): string {
  const direct = request.socket.remoteAddress ?? ''
  if (hops === 0) return direct
  const header = request.headers['x-forwarded-for']
  const told = (Array.isArray(header) ? header.join(',') : (header ?? '')).split(',').map((one) => one.trim())
  return told.at(-hops) || direct
}

/**
 * Whether a WebSocket may be opened by the page it was asked for from: one of the app's own origin, or of the list.
 * Programs other than browsers send no Origin and need a token all the same.
 */
export function isAllowedOrigin(request: IncomingMessage, allowed: readonly string[]): boolean {
  const { origin, host } = request.headers
  if (origin === undefined || allowed.includes(origin)) return true
  try {
    return new URL(origin).host === host
  } catch {
    return false
  }
}
