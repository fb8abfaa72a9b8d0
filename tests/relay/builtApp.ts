import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { brotliCompressSync, gzipSync } from 'node:zlib'

export const page = '<!doctype html><title>Rollcall</title>'
export const script = 'console.log("hello")'

/** Makes a project folder whose app is already built, small and known. Gives its path; the caller removes it. */
export function makeBuiltApp(): string {
  const root = mkdtempSync(join(tmpdir(), 'built-app-'))
  const files: Record<string, string> = {
    'index.html': page,
    'service-worker.js': script,
    'manifest.webmanifest': '{}',
    'assets/app-abc123.js': script,
  }
  mkdirSync(join(root, 'dist/assets'), { recursive: true })
  for (const [name, text] of Object.entries(files)) {
    writeFileSync(join(root, 'dist', name), text)
    writeFileSync(join(root, 'dist', `${name}.gz`), gzipSync(text))
    writeFileSync(join(root, 'dist', `${name}.br`), brotliCompressSync(text))
  }
  return root
}
