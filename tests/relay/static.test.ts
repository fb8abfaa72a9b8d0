import { rmSync } from 'node:fs'
import { createServer, request as httpRequest, type IncomingMessage, type Server } from 'node:http'
import { join } from 'node:path'
import { text } from 'node:stream/consumers'
import { brotliDecompressSync, gunzipSync } from 'node:zlib'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { readFiles } from '../../src/relay/files.ts'
import { listen, stop } from '../../src/relay/listen.ts'
import { makeStaticHandler } from '../../src/relay/static.ts'
import { makeBuiltApp, page, script } from './builtApp.ts'

let root: string
let server: Server
let origin: string

beforeAll(async () => {
  root = makeBuiltApp()
  server = createServer(makeStaticHandler(readFiles(join(root, 'dist'))))
  const outcome = await listen(server, { port: 0, host: '127.0.0.1' })
  if ('refused' in outcome) throw new Error(outcome.refused)
  origin = outcome.url.replace('localhost', '127.0.0.1')
})

afterAll(async () => {
  await stop(server)
  rmSync(root, { recursive: true })
})

/** Sends a request with exactly this path: fetch would tidy it first. */
async function get(path: string, headers: Record<string, string> = {}, method = 'GET') {
  const { port } = new URL(origin)
  const response = await new Promise<IncomingMessage>((resolve, reject) => {
    httpRequest({ host: '127.0.0.1', port, path, headers, method }, resolve).on('error', reject).end()
  })
  const chunks: Buffer[] = []
  for await (const chunk of response) chunks.push(chunk as Buffer)
  return { status: response.statusCode, headers: response.headers, body: Buffer.concat(chunks) }
}

const navigation = { accept: 'text/html,application/xhtml+xml,*/*;q=0.8' }

describe('what is answered', () => {
  test('the root is the page, whoever asks', async () => {
    const answer = await get('/')
    expect(answer.status).toBe(200)
    expect(answer.body.toString()).toBe(page)
    expect(answer.headers['content-type']).toBe('text/html; charset=utf-8')
  })

  test.each(['/new', '/p/3fa9', '/p/3fa9?filter=mine', '/a/b/c/'])(
    'a navigation to %s is the page',
    async (path) => {
      const answer = await get(path, navigation)
      expect([answer.status, answer.body.toString()]).toEqual([200, page])
    },
  )

  test('an unknown path that is no navigation is not found', async () => {
    expect((await get('/p/3fa9', { accept: '*/*' })).status).toBe(404)
  })

  test.each([
    '/assets/gone.js',
    '/old.css',
    '/../package.json',
    '/%2e%2e/package.json',
    '/..%2fpackage.json',
    '/%zz.js',
  ])('%s is not found, even as a navigation', async (path) => {
    const answer = await get(path, navigation)
    expect(answer.status).toBe(404)
    expect(answer.body.toString()).not.toContain('<')
  })

  test('a compressed copy has no address of its own', async () => {
    expect((await get('/index.html.br')).status).toBe(404)
  })

  test('HEAD has the headers of GET and no body', async () => {
    const [head, full] = [await get('/', {}, 'HEAD'), await get('/')]
    expect(head.body.byteLength).toBe(0)
    expect(head.headers['content-length']).toBe(full.headers['content-length'])
  })

  test.each(['POST', 'PUT', 'DELETE', 'OPTIONS'])('%s is not allowed', async (method) => {
    const answer = await get('/', {}, method)
    expect([answer.status, answer.headers.allow]).toEqual([405, 'GET, HEAD'])
  })
})

describe('how it is sent', () => {
  test('brotli where it is taken, else gzip, else plain', async () => {
    const path = '/assets/app-abc123.js'
    const brotli = await get(path, { 'accept-encoding': 'gzip, deflate, br, zstd' })
    const gzip = await get(path, { 'accept-encoding': 'gzip, br;q=0' })
    const plain = await get(path, { 'accept-encoding': 'identity' })
    expect(brotli.headers['content-encoding']).toBe('br')
    expect(brotliDecompressSync(brotli.body).toString()).toBe(script)
    expect(gzip.headers['content-encoding']).toBe('gzip')
    expect(gunzipSync(gzip.body).toString()).toBe(script)
    expect(plain.headers['content-encoding']).toBeUndefined()
    expect(plain.body.toString()).toBe(script)
    for (const answer of [brotli, gzip, plain]) expect(answer.headers.vary).toBe('Accept-Encoding')
  })

  test('files named by their content are kept for good', async () => {
    const { headers } = await get('/assets/app-abc123.js')
    expect(headers['cache-control']).toBe('public, max-age=31536000, immutable')
  })

  test.each(['/', '/index.html', '/service-worker.js', '/manifest.webmanifest'])(
    '%s is asked for each time',
    async (path) => {
      expect((await get(path)).headers['cache-control']).toBe('no-cache')
    },
  )

  test('what has not changed is not sent again', async () => {
    const { etag } = (await get('/')).headers
    const again = await get('/', { 'if-none-match': `"other", ${etag}` })
    expect([again.status, again.body.byteLength]).toEqual([304, 0])
  })

  test('a range is answered with the whole file', async () => {
    const answer = await get('/', { range: 'bytes=10-2' })
    expect([answer.status, answer.body.toString()]).toEqual([200, page])
  })
})

test.each(['/', '/service-worker.js', '/gone.js'])('%s carries every security header', async (path) => {
  const { headers } = await get(path)
  expect(headers['content-security-policy']).toContain("default-src 'none'; script-src 'self';")
  expect(headers['content-security-policy']).not.toContain('unsafe')
  expect(headers).toMatchObject({
    'cross-origin-opener-policy': 'same-origin',
    'cross-origin-resource-policy': 'same-origin',
    'permissions-policy': expect.stringContaining('geolocation=()'),
    'referrer-policy': 'no-referrer',
    'x-content-type-options': 'nosniff',
  })
})

test('nonsense on the socket does not end the server', async () => {
  const { connect } = await import('node:net')
  const socket = connect(Number(new URL(origin).port), '127.0.0.1')
  socket.end('nonsense\r\n\r\n')
  expect(await text(socket)).toContain('400 Bad Request')
  expect((await get('/')).status).toBe(200)
})
