import { createServer } from 'node:http'
import { readFiles } from '../../src/relay/files.ts'
import { listen, stop } from '../../src/relay/listen.ts'
import { makeStaticHandler } from '../../src/relay/static.ts'

/** A built page on a port of its own, served by the app's server with its headers. */
export interface Site {
  readonly url: string
  stop(): Promise<void>
}

/** Serves a folder that was built. Rejects where it cannot be read or no port is free. */
export async function serve(folder: string): Promise<Site> {
  const server = createServer(makeStaticHandler(readFiles(folder)))
  const outcome = await listen(server, { port: 0, host: '127.0.0.1' })
  if ('refused' in outcome) throw new Error(outcome.refused)
  return {
    url: outcome.url,
    async stop() {
      if (server.listening) await stop(server)
    },
  }
}
