import type { RequestListener } from 'node:http'
import { securityHeaders } from './headers.ts'

/**
 * Answers /healthz and /metrics, for those who watch the server, and leaves all else to the app. `metrics` gives
 * Prometheus text, or undefined while the relay is not up; healthy is a relay whose log can be read.
 */
export function makeStatusHandler(
  metrics: () => Promise<string> | undefined,
  app: RequestListener,
): RequestListener {
  return (request, response) => {
    const path = (request.url ?? '').split('?', 1)[0]
    if (request.method !== 'GET' || (path !== '/healthz' && path !== '/metrics'))
      return app(request, response)
    for (const [name, value] of Object.entries(securityHeaders)) response.setHeader(name, value)
    response.setHeader('Cache-Control', 'no-store')
    response.setHeader('Content-Type', 'text/plain; charset=utf-8')
    Promise.resolve(metrics()).then(
      (text) => {
        if (text === undefined) response.writeHead(503).end('starting\n')
        else response.writeHead(200).end(path === '/metrics' ? text : 'ok\n')
      },
      () => response.writeHead(503).end('the log cannot be read\n'),
    )
  }
}
