import { createServer, type RequestListener } from 'node:http'
import { resolve } from 'node:path'
import { readFiles, type StoredFile } from '../../src/relay/files.ts'
import { listen } from '../../src/relay/listen.ts'
import { makeStaticHandler } from '../../src/relay/static.ts'

const dist = resolve(import.meta.dirname, '../../dist')

/** A server of the built app that can be given a newer version, and taken away. */
export interface VersionServer {
  readonly url: string
  /** From now on serves version `n`: the built app with `<meta name="version" content="n">` in its page. */
  publish(n: number): void
  /** Takes the server away: every connection is cut and new ones are refused. */
  cut(): void
}

/** Serves the app in dist as version 1, on a port of its own, so that each test has an origin of its own. */
export async function serveVersions(): Promise<VersionServer> {
  const built = readFiles(dist)
  let answer: RequestListener = makeStaticHandler(asVersion(built, 1))
  const server = createServer((request, response) => answer(request, response))
  const outcome = await listen(server, { port: 0, host: '127.0.0.1' })
  if ('refused' in outcome) throw new Error(outcome.refused)
  return {
    url: outcome.url,
    publish(n) {
      answer = makeStaticHandler(asVersion(built, n))
    },
    cut() {
      server.close()
      server.closeAllConnections()
    },
  }
}

/** What a build of changed sources would give: another page, and a worker that lists it under another revision. */
function asVersion(built: ReadonlyMap<string, StoredFile>, n: number): ReadonlyMap<string, StoredFile> {
  const files = new Map(built)
  change(files, '/index.html', /<\/head>/, `<meta name="version" content="${n}"></head>`)
  const listed = /"revision":"[0-9a-f]+","url":"index.html"/
  change(files, '/service-worker.js', listed, `"revision":"version-${n}","url":"index.html"`)
  return files
}

function change(files: Map<string, StoredFile>, path: string, from: RegExp, to: string): void {
  const file = files.get(path)
  const text = file?.plain.toString()
  if (!(file && text && from.test(text))) throw new Error(`${path} has nothing like ${from}`)
  const { ETag: _, ...headers } = file.headers
  files.set(path, { headers, plain: Buffer.from(text.replace(from, to)), compressed: {} })
}
