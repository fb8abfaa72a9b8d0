/** Where the server listens. Port 0 means any free one. */
export interface Settings {
  readonly port: number
  readonly host: string
}

/** Why the server cannot start, in one line for the person who started it. */
export interface Refusal {
  readonly refused: string
}

/**
 * Reads PORT (8080) and HOST (127.0.0.1) from the environment, or says what is wrong with them.
 *
 * The default host keeps the app to this machine: nobody opens a port to a network by trying an app, and from
 * another machine a browser gives plain http neither WebCrypto nor a service worker. HOST=0.0.0.0 opens it, for a
 * container or a proxy that brings https.
 */
export function readSettings(env: Readonly<Record<string, string | undefined>>): Settings | Refusal {
  const text = env.PORT?.trim() || '8080'
  const port = /^\d{1,5}$/.test(text) ? Number(text) : Number.NaN
  if (!(port <= 65_535)) return { refused: `PORT must be a number from 0 to 65535, not "${text}".` }
  return { port, host: env.HOST?.trim() || '127.0.0.1' }
}
