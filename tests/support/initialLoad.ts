import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'

/** Bytes that the scripts and styles of the first load may have together, compressed with gzip. */
export const BUDGET = 110_000

/** A script or style that a page loads before anyone can touch it. */
export interface InitialFile {
  readonly address: string
  /** Bytes, compressed with gzip. */
  readonly size: number
}

/** The chunks that a page adds to index.html before it can be used, by the page's path; see vite.config.ts. */
export const PAGES: Readonly<Record<string, readonly string[]>> = {
  '/': ['home'],
  '/p/…': ['project'],
}

interface Chunk {
  readonly file: string
  readonly name?: string
  readonly css?: readonly string[]
  readonly imports?: readonly string[]
}

/**
 * What a built page loads before anyone can touch it: the scripts and styles of index.html and of the chunks of the
 * given names, with all they import statically, told from Vite's manifest. Throws when the folder holds no build with a
 * manifest, or no such chunk.
 */
export function initialFiles(dist: string, names: readonly string[] = []): InitialFile[] {
  const manifest = JSON.parse(readFileSync(join(dist, '.vite/manifest.json'), 'utf8')) as Record<
    string,
    Chunk
  >
  const seen = new Set<string>()
  const files = new Set<string>()
  const take = (key: string) => {
    if (seen.has(key)) return
    seen.add(key)
    const chunk = manifest[key]
    if (!chunk) throw new Error(`${dist} has no chunk ${key}`)
    for (const file of [chunk.file, ...(chunk.css ?? [])]) files.add(file)
    for (const imported of chunk.imports ?? []) take(imported)
  }
  take('index.html')
  for (const name of names) {
    const key = Object.keys(manifest).find((key) => manifest[key]?.name === name)
    take(key ?? name)
  }
  return [...files].map((file) => ({
    address: `/${file}`,
    size: gzipSync(readFileSync(join(dist, file)), { level: 9 }).byteLength,
  }))
}

/** Bytes of all these files. */
export const sizeOf = (files: readonly InitialFile[]): number =>
  files.reduce((sum, { size }) => sum + size, 0)
