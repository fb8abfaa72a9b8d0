import { mkdtempSync, rmSync } from 'node:fs'
import { createServer } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pino } from 'pino'
import { listen, stop } from '../../../src/relay/listen.ts'
import type { RecordLog } from '../../../src/relay/log/recordLog.ts'
import { openSqliteLog } from '../../../src/relay/log/sqlite.ts'
import { attachRelay, type Relay } from '../../../src/relay/relay.ts'
import { readSettings, type Settings } from '../../../src/relay/settings.ts'

/** A relay in this process, on a free port and a file of its own. */
export interface Served {
  readonly url: string
  readonly file: string
  readonly relay: Relay
  readonly log: RecordLog
  /** Everything it logged. */
  readonly logged: readonly string[]
  stop(): Promise<void>
}

/** Serves a relay whose options are these environment variables. */
export async function serveRelay(
  env: Record<string, string> = {},
  wrap: (log: RecordLog) => RecordLog = (log) => log,
): Promise<Served> {
  const folder = mkdtempSync(join(tmpdir(), 'relay-'))
  const settings = readSettings({ PORT: '0', DATA_DIR: folder, LOG_LEVEL: 'trace', ...env }) as Settings
  const logged: string[] = []
  const logger = pino({ level: 'trace' }, { write: (line: string) => void logged.push(line) })
  const log = wrap(openSqliteLog(settings.file, settings.budgets))
  const server = createServer()
  const outcome = await listen(server, settings)
  if ('refused' in outcome) throw new Error(outcome.refused)
  const relay = attachRelay(server, log, settings, logger)
  return {
    url: outcome.url,
    file: settings.file,
    relay,
    log,
    logged,
    async stop() {
      await relay.stop()
      await stop(server)
      rmSync(folder, { recursive: true })
    },
  }
}
