import { type ChildProcess, spawn } from 'node:child_process'
import { createInterface } from 'node:readline'
import { type BrowserContext, chromium } from '@playwright/test'
import { findBrowser } from '../support/browser.ts'

/** A browser whose process is ours to kill, with a profile that outlives it. */
export interface KillableBrowser {
  readonly context: BrowserContext
  /** SIGKILL to the browser and all its processes; resolves when they are gone. */
  kill(): Promise<void>
}

/** Starts the browser on a profile folder. Rejects where it ends before it can be spoken to. */
export async function startKillable(profile: string): Promise<KillableBrowser> {
  const { executablePath, args } = findBrowser()
  const own = ['--headless=new', '--remote-debugging-port=0', `--user-data-dir=${profile}`, 'about:blank']
  // A group of its own, so that the signal reaches the processes it starts too.
  const process_ = spawn(executablePath, [...args, ...own], {
    detached: true,
    stdio: ['ignore', 'ignore', 'pipe'],
  })
  const gone = new Promise<void>((resolve) => process_.once('exit', () => resolve()))
  try {
    const browser = await chromium.connectOverCDP(await endpoint(process_))
    const [context] = browser.contexts()
    if (!context) throw new Error('The browser has no context of its own')
    return { context, kill: () => kill(process_, gone) }
  } catch (error) {
    await kill(process_, gone)
    throw error
  }
}

async function kill(running: ChildProcess, gone: Promise<void>): Promise<void> {
  if (running.exitCode === null && running.signalCode === null && running.pid)
    process.kill(-running.pid, 'SIGKILL')
  await gone
}

/** The address the browser says it can be debugged at. */
async function endpoint({ stderr }: ChildProcess): Promise<string> {
  if (!stderr) throw new Error('The browser was started without its error output')
  const said: string[] = []
  for await (const line of createInterface(stderr)) {
    const [, address] = /DevTools listening on (ws:\S+)/.exec(line) ?? []
    if (address) {
      // Left unread, a full pipe would stop the browser.
      stderr.resume()
      return address
    }
    said.push(line)
  }
  throw new Error(`The browser ended before it could be spoken to:\n${said.join('\n')}`)
}
