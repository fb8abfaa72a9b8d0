import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { extname, join, sep } from 'node:path'

type Encoding = 'br' | 'gzip'

/** One file of the built app as it is sent: its headers, its bytes, and the bytes compressed ahead by the build. */
export interface StoredFile {
  readonly headers: Readonly<Record<string, string>>
  readonly plain: Buffer
  readonly compressed: Readonly<Partial<Record<Encoding, Buffer>>>
}

const types: Readonly<Record<string, string>> = {
  '.css': 'text/css; charset=utf-8',
  '.html': 'text/html; charset=utf-8',
  '.ico': 'image/x-icon',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json',
  '.png': 'image/png',
  '.svg': 'image/svg+xml',
  '.txt': 'text/plain; charset=utf-8',
  '.webmanifest': 'application/manifest+json',
  '.webp': 'image/webp',
  '.woff2': 'font/woff2',
}

const suffixes: Readonly<Record<Encoding, string>> = { br: '.br', gzip: '.gz' }

/**
 * Reads the whole built app (about a megabyte) into memory, by path as a browser asks for it. No request touches
 * the disk after that, so none can leave the folder, and a rebuild under a running server cannot mix two builds.
 * Throws when the folder cannot be read.
 */
export function readFiles(folder: string): ReadonlyMap<string, StoredFile> {
  const entries = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((one) => one.isFile())
  const paths = entries.map((one) => join(one.parentPath, one.name).slice(folder.length))
  const present = new Set(paths)
  const sources = paths.filter((path) => !/\.(br|gz)$/.test(path))
  return new Map(sources.map((path) => [path.split(sep).join('/'), readStored(folder, path, present)]))
}

function readStored(folder: string, path: string, present: ReadonlySet<string>): StoredFile {
  const plain = readFileSync(join(folder, path))
  const compressed: Partial<Record<Encoding, Buffer>> = {}
  for (const encoding of ['br', 'gzip'] as const) {
    const beside = path + suffixes[encoding]
    if (present.has(beside)) compressed[encoding] = readFileSync(join(folder, beside))
  }
  const digest = createHash('sha256').update(plain).digest('base64url').slice(0, 22)
  return {
    headers: {
      'Content-Type': types[extname(path)] ?? 'application/octet-stream',
      'Cache-Control': cacheControl(path),
      // Weak, because the plain and the compressed bytes share it.
      ETag: `W/"${digest}"`,
      Vary: 'Accept-Encoding',
    },
    plain,
    compressed,
  }
}

// The build names the files in assets/ by their content, so they never change. Everything else is asked for again
// each time: a page or a worker kept too long would pin an old build.
function cacheControl(path: string): string {
  return path.startsWith(`${sep}assets${sep}`) ? 'public, max-age=31536000, immutable' : 'no-cache'
}
