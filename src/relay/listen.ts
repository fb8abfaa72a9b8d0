import { once } from 'node:events'
import type { Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { Refusal, Settings } from './settings.ts'

/** Starts listening. Gives the address to open in a browser, or why that port or host cannot be had. */
export async function listen(
  server: Server,
  { port, host }: Pick<Settings, 'port' | 'host'>,
): Promise<{ url: string } | Refusal> {
  try {
    server.listen(port, host)
    await once(server, 'listening')
  } catch (error) {
    return { refused: explain(error, port, host) }
  }
  const { port: given } = server.address() as AddressInfo
  return { url: `http://${shownHost(host)}:${given}` }
}

/** Stops listening and lets running answers finish; connections still open after two seconds are cut. */
export async function stop(server: Server): Promise<void> {
  const closed = once(server, 'close')
  server.close()
  const impatience = setTimeout(() => server.closeAllConnections(), 2_000)
  await closed
  clearTimeout(impatience)
}

function explain(error: unknown, port: number, host: string): string {
  const code = error instanceof Error && 'code' in error ? error.code : undefined
  if (code === 'EADDRINUSE')
    return `Port ${port} is taken. Free it, or choose another: PORT=${port + 1} npm start`
  if (code === 'EACCES')
    return `Port ${port} needs more rights than this user has. Choose one above 1023 with PORT.`
  if (code === 'EADDRNOTAVAIL' || code === 'ENOTFOUND') return `HOST "${host}" is no address of this machine.`
  return `Cannot listen on ${host}:${port}: ${error instanceof Error ? error.message : String(error)}`
}

// A browser trusts "localhost" with WebCrypto and service workers; 0.0.0.0 is an address to listen on, not to open.
function shownHost(host: string): string {
  if (['127.0.0.1', '::1', '0.0.0.0', '::'].includes(host)) return 'localhost'
  return host.includes(':') ? `[${host}]` : host
}
