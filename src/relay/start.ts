/** `npm start`: builds the app if needed, then serves it and the relay until told to stop. Run from the project's folder. */
import { createServer } from 'node:http'
import { join } from 'node:path'
import { pino } from 'pino'
import { build, isStale } from './build.ts'
import { readFiles } from './files.ts'
import { listen, stop } from './listen.ts'
import type { RecordLog } from './log/recordLog.ts'
import { openSqliteLog } from './log/sqlite.ts'
import { attachRelay, type Relay } from './relay.ts'
import { readSettings, type Settings } from './settings.ts'
import { makeStaticHandler } from './static.ts'
import { makeStatusHandler } from './status.ts'

async function start(root: string): Promise<string | undefined> {
  const settings = readSettings(process.env)
  if ('refused' in settings) return settings.refused

  if (isStale(root)) {
    console.log('Building the app…')
    if (!(await build(root))) return 'The app could not be built; what went wrong is above.'
  }

  let relay: Relay | undefined
  const app = makeStaticHandler(readFiles(join(root, 'dist')))
  const server = createServer(makeStatusHandler(() => relay?.metrics(), app))
  const outcome = await listen(server, settings)
  if ('refused' in outcome) return outcome.refused

  const log = openLog(settings)
  if ('refused' in log) {
    await stop(server)
    return log.refused
  }
  relay = attachRelay(server, log, settings, pino({ level: settings.logLevel }))

  console.log(`Rollcall is at ${outcome.url}`)
  const end = async () => {
    await relay?.stop()
    await stop(server)
  }
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => void end())
  return undefined
}

function openLog({ file, budgets }: Settings): RecordLog | { refused: string } {
  try {
    return openSqliteLog(file, budgets)
  } catch (error) {
    return { refused: `${file} cannot be opened: ${error instanceof Error ? error.message : String(error)}` }
  }
}

const refused = await start(process.cwd())
if (refused) {
  console.error(refused)
  process.exitCode = 1
}
