import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { type BrowserContext, chromium, type Page } from '@playwright/test'
import { build, isStale } from '../../src/relay/build.ts'
import { findBrowser } from '../support/browser.ts'
import { phone } from '../support/playwright.ts'
import { type Baseline, buildBaseline } from './baseline/build.ts'
import { type Site, serve } from './site.ts'

/** How many times slower the page's processor is made where a figure stands for a phone. */
export const SLOWED = 4

/** What measurements share: the built app, the baseline pages, servers and browsers. Closing it leaves nothing behind. */
export interface Lab {
  /** Folder of the built app. */
  readonly dist: string
  /** Folder of a built baseline page; built when first asked for. */
  baseline(name: Baseline): Promise<string>
  /** Serves a built folder until the lab closes or the site is stopped. */
  serve(folder: string): Promise<Site>
  /** A new folder for a browser's profile. */
  profile(): string
  close(): Promise<void>
}

/** Builds the app if it is older than its sources. Rejects when that fails. */
export async function openLab(): Promise<Lab> {
  const root = resolve(import.meta.dirname, '../..')
  if (isStale(root) && !(await build(root))) throw new Error('The app could not be built; see above.')
  const scratch = mkdtempSync(join(tmpdir(), 'rollcall-bench-'))
  const baselines = new Map<Baseline, Promise<string>>()
  const sites: Site[] = []

  async function built(name: Baseline): Promise<string> {
    const folder = join(scratch, name)
    await buildBaseline(name, folder)
    return folder
  }

  return {
    dist: join(root, 'dist'),
    baseline(name) {
      const folder = baselines.get(name) ?? built(name)
      baselines.set(name, folder)
      return folder
    },
    async serve(folder) {
      const site = await serve(folder)
      sites.push(site)
      return site
    },
    profile: () => mkdtempSync(join(scratch, 'profile-')),
    async close() {
      await Promise.all(sites.map((site) => site.stop()))
      rmSync(scratch, { recursive: true, force: true, maxRetries: 5 })
    },
  }
}

/**
 * A browser of its own on a profile's folder, showing one empty page the size of a phone; addresses without a host are
 * the site's. The caller closes the context.
 */
export async function openPhone(
  profile: string,
  site: string,
): Promise<{ context: BrowserContext; page: Page }> {
  const { executablePath, args } = findBrowser()
  const context = await chromium.launchPersistentContext(profile, {
    executablePath,
    args: [...args],
    ...phone,
    baseURL: site,
    reducedMotion: 'reduce',
  })
  const [page = await context.newPage()] = context.pages()
  return { context, page }
}

/**
 * Resolves when a browser that was just started has come to rest: it loads pages of its own in the background, which a
 * person's first tap on an icon does not wait for either, but which would get in between what is compared.
 */
export async function atRest(context: BrowserContext): Promise<void> {
  const client = await context.browser()?.newBrowserCDPSession()
  if (!client) throw new Error('The browser is gone')
  const busy = async (): Promise<number> => {
    const { processInfo } = await client.send('SystemInfo.getProcessInfo')
    return processInfo.reduce((sum, { cpuTime }) => sum + cpuTime, 0)
  }
  const INTERVAL_MS = 200
  const QUIET_S = 0.02
  for (let before = Number.NEGATIVE_INFINITY, now = await busy(); now - before > QUIET_S; ) {
    await new Promise((resolve) => setTimeout(resolve, INTERVAL_MS))
    before = now
    now = await busy()
  }
  await client.detach()
}

/** Makes the page's main thread so many times slower, until the page closes. */
export async function slowDown(page: Page, rate: number): Promise<void> {
  const client = await page.context().newCDPSession(page)
  await client.send('Emulation.setCPUThrottlingRate', { rate })
}
