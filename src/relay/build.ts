import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { type Dirent, readdirSync, statSync } from 'node:fs'
import { join } from 'node:path'

const sources = ['src', 'public', 'index.html', 'vite.config.ts', 'package-lock.json']

// The build writes the compressed files last, so this one is there only when the build went through.
const finished = 'dist/index.html.br'

/** Whether the app in `root` has no finished build, or one older than something it is made from. */
export function isStale(root: string): boolean {
  const built = modified(join(root, finished))
  return built === 0 || sources.some((source) => newest(join(root, source)) > built)
}

/** Builds the app in `root` in a process of its own. Gives whether that worked; what went wrong is on stderr. */
export async function build(root: string): Promise<boolean> {
  const vite = join(root, 'node_modules/vite/bin/vite.js')
  const child = spawn(process.execPath, [vite, 'build', '--logLevel', 'error'], {
    cwd: root,
    stdio: ['ignore', 'ignore', 'inherit'],
  })
  const [code] = await once(child, 'exit')
  return code === 0
}

/** When the file, or the newest file below the folder, was last changed; 0 when there is none. */
function newest(path: string): number {
  const own = modified(path)
  const inside = entries(path).map((entry) => newest(join(path, entry.name)))
  return Math.max(own, ...inside)
}

function modified(path: string): number {
  return statSync(path, { throwIfNoEntry: false })?.mtimeMs ?? 0
}

function entries(path: string): Dirent[] {
  return statSync(path, { throwIfNoEntry: false })?.isDirectory()
    ? readdirSync(path, { withFileTypes: true })
    : []
}
