import type { IncomingMessage, RequestListener, ServerResponse } from 'node:http'
import type { StoredFile } from './files.ts'
import { securityHeaders } from './headers.ts'

/**
 * Answers requests with the files of the built app. A navigation to a path without an extension gets the one page,
 * whatever the path, because the app draws its own routes; any other unknown path is 404, so that a missing script
 * is never answered with a page. Throws at once when there is no /index.html.
 */
export function makeStaticHandler(files: ReadonlyMap<string, StoredFile>): RequestListener {
  const page = files.get('/index.html')
  if (!page) throw new Error('The built app has no /index.html')
  return (request, response) => {
    for (const [name, value] of Object.entries(securityHeaders)) response.setHeader(name, value)
    if (request.method !== 'GET' && request.method !== 'HEAD') {
      response.setHeader('Allow', 'GET, HEAD')
      return refuse(response, 405, 'Only GET and HEAD are answered here.')
    }
    const path = pathOf(request)
    const file = path === '/' ? page : (files.get(path) ?? (isNavigation(request, path) ? page : undefined))
    if (!file) return refuse(response, 404, 'There is no such file.')
    send(request, response, file)
  }
}

/** The path of a request without its query, decoded where that is possible. */
function pathOf(request: IncomingMessage): string {
  const raw = (request.url ?? '/').split('?', 1)[0] ?? '/'
  try {
    return decodeURI(raw)
  } catch {
    return raw
  }
}

function isNavigation(request: IncomingMessage, path: string): boolean {
  const lastSegment = path.slice(path.lastIndexOf('/') + 1)
  return !lastSegment.includes('.') && (request.headers.accept ?? '').includes('text/html')
}

function send(request: IncomingMessage, response: ServerResponse, file: StoredFile): void {
  for (const [name, value] of Object.entries(file.headers)) response.setHeader(name, value)
  const known = request.headers['if-none-match']?.split(',').map((tag) => tag.trim())
  if (known?.includes(file.headers.ETag ?? '')) {
    response.writeHead(304).end()
    return
  }
  const encoding = (['br', 'gzip'] as const).find((one) => file.compressed[one] && accepts(request, one))
  const body = (encoding && file.compressed[encoding]) ?? file.plain
  if (encoding) response.setHeader('Content-Encoding', encoding)
  response.setHeader('Content-Length', body.byteLength)
  response.writeHead(200).end(request.method === 'HEAD' ? undefined : body)
}

/** Whether the request takes this content coding: named, and not refused with a weight of zero (RFC 9110, 12.5.3). */
function accepts(request: IncomingMessage, encoding: string): boolean {
  const offers = String(request.headers['accept-encoding'] ?? '')
    .toLowerCase()
    .split(',')
  return offers.some((offer) => {
    const [name, ...weights] = offer.split(';').map((part) => part.trim())
    return name === encoding && !weights.some((weight) => /^q=0(\.0*)?$/.test(weight))
  })
}

function refuse(response: ServerResponse, status: number, reason: string): void {
  response.setHeader('Content-Type', 'text/plain; charset=utf-8')
  response.setHeader('Cache-Control', 'no-store')
  response.writeHead(status).end(`${reason}\n`)
}
