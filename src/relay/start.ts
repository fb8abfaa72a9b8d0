/** `npm start`: builds the app if needed, then serves it until told to stop. Run from the project's folder. */
import { createServer } from 'node:http'
import { join } from 'node:path'
import { build, isStale } from './build.ts'
import { readFiles } from './files.ts'
import { listen, stop } from './listen.ts'
import { readSettings } from './settings.ts'
import { makeStaticHandler } from './static.ts'

async function start(root: string): Promise<string | undefined> {
  const settings = readSettings(process.env)
  if ('refused' in settings) return settings.refused

  if (isStale(root)) {
    console.log('Building the app…')
    if (!(await build(root))) return 'The app could not be built; what went wrong is above.'
  }

  const server = createServer(makeStaticHandler(readFiles(join(root, 'dist'))))
  const outcome = await listen(server, settings)
  if ('refused' in outcome) return outcome.refused

  console.log(`Rollcall is at ${outcome.url}`)
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => void stop(server))
  return undefined
}

const refused = await start(process.cwd())
if (refused) {
  console.error(refused)
  process.exitCode = 1
}
