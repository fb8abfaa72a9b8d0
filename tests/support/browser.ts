import { execFileSync, spawnSync } from 'node:child_process'
import { accessSync, constants } from 'node:fs'
import { delimiter, join, resolve } from 'node:path'
import { chromium } from '@playwright/test'

/** A browser that tests can start: the path of its program and what it is called with. */
export interface Browser {
  readonly executablePath: string
  readonly args: readonly string[]
}

const names = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'chrome']
const macs = [
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
]

function runnable(path: string): boolean {
  try {
    accessSync(path, constants.X_OK)
    return true
  } catch {
    return false
  }
}

/** The installed Chromium or Chrome: `CHROMIUM_PATH`, else the first on the path, else where macOS keeps it. */
export function installedBrowser(env: NodeJS.ProcessEnv = process.env): string | undefined {
  if (env.CHROMIUM_PATH) return env.CHROMIUM_PATH
  const folders = (env.PATH ?? '').split(delimiter).filter(Boolean)
  const candidates = folders.flatMap((folder) => names.map((name) => join(folder, name)))
  return [...candidates, ...macs].find(runnable)
}

/** Playwright's own download, fetched when it is not there yet; undefined where that fails. */
function downloadedBrowser(): string | undefined {
  if (runnable(chromium.executablePath())) return chromium.executablePath()
  console.error('No Chromium or Chrome is installed; asking Playwright to download one.')
  const command = [
    resolve(import.meta.dirname, '../../node_modules/@playwright/test/cli.js'),
    'install',
    'chromium',
  ]
  spawnSync(process.execPath, command, { stdio: 'inherit', timeout: 300_000 })
  return runnable(chromium.executablePath()) && starts(chromium.executablePath())
    ? chromium.executablePath()
    : undefined
}

/** Whether the program starts at all: a download may lack the system libraries it needs. */
function starts(path: string): boolean {
  return spawnSync(path, ['--version', '--no-sandbox'], { stdio: 'ignore', timeout: 30_000 }).status === 0
}

/** Debian's package, installed when this is Debian and we are root; undefined where that is not so or fails. */
function packagedBrowser(): string | undefined {
  if (process.getuid?.() !== 0 || !runnable('/usr/bin/apt-get')) return undefined
  console.error('Installing the package "chromium" with apt-get.')
  try {
    const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' }
    execFileSync('apt-get', ['update', '-qq'], { stdio: 'inherit', env })
    execFileSync('apt-get', ['install', '-y', '-qq', 'chromium'], { stdio: 'inherit', env })
  } catch {
    return undefined
  }
  return installedBrowser()
}

/**
 * Finds a browser, fetching one if there is none: an installed Chromium or Chrome, else Playwright's own download,
 * else Debian's package when we are root. Throws one line that says what to do when all three fail.
 */
export function findBrowser(): Browser {
  const executablePath = installedBrowser() ?? downloadedBrowser() ?? packagedBrowser()
  if (!executablePath) {
    throw new Error('No browser for the tests: install Chromium or Chrome, or set CHROMIUM_PATH to one.')
  }
  return { executablePath, args: launchArguments() }
}

function launchArguments(): string[] {
  const quiet = ['--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking']
  // Chromium's sandbox refuses to run as root, which is what containers and CI machines often are.
  const root = process.getuid?.() === 0 ? ['--no-sandbox'] : []
  return [...root, ...quiet, '--disable-component-update', '--disable-sync']
}
