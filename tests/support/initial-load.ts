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

/**
 * What the index.html of a built page loads at once: its scripts, what those import statically (the build lists it there
 * as modulepreload), and its styles. Throws when the folder holds no built page or its page names no script.
 */
export function initialFiles(dist: string): InitialFile[] {
  const tags = readFileSync(join(dist, 'index.html'), 'utf8').match(/<(?:script|link)\b[^>]*>/g) ?? []
  const addresses = tags.map((tag) => /\b(?:src|href)="([^"]+\.(?:js|css))"/.exec(tag)?.[1])
  const files = addresses
    .filter((address) => address !== undefined)
    .map((address) => ({
      address,
      size: gzipSync(readFileSync(join(dist, address)), { level: 9 }).byteLength,
    }))
  if (files.length === 0) throw new Error(`${join(dist, 'index.html')} names no script.`)
  return files
}

/** Bytes of all these files. */
export const sizeOf = (files: readonly InitialFile[]): number =>
  files.reduce((sum, { size }) => sum + size, 0)
