import { defineConfig, type PlaywrightTestConfig } from '@playwright/test'
import { findBrowser } from './browser.ts'

/** The two screens everything is shown on. */
export const phone = {
  viewport: { width: 390, height: 844 },
  hasTouch: true,
  isMobile: true,
  deviceScaleFactor: 2,
}
export const desktop = { viewport: { width: 1440, height: 900 } }

/**
 * What the real-browser suites share: the browser that is there, and the real server on a free port.
 * Suites in `tests/<folder>/` name their files `*.spec.ts`.
 */
export function configure(testDir: string, own: PlaywrightTestConfig): PlaywrightTestConfig {
  const { executablePath, args } = findBrowser()
  // Worker processes read the configuration again; this spares them the search.
  process.env.CHROMIUM_PATH = executablePath
  return defineConfig(
    {
      testDir,
      testMatch: '**/*.spec.ts',
      outputDir: '../../test-results',
      workers: 2,
      retries: 0,
      // How long a slow machine is waited for. What has to be quick is measured by the bench, or has its own limit.
      timeout: 90_000,
      expect: { timeout: 15_000 },
      forbidOnly: true,
      reporter: 'list',
      use: {
        baseURL: `http://localhost:${process.env.ROLLCALL_PORT}`,
        launchOptions: { executablePath, args: [...args] },
        serviceWorkers: 'allow',
        trace: 'retain-on-failure',
      },
      webServer: {
        command: 'node src/relay/start.ts',
        cwd: '../..',
        env: { PORT: '0' },
        wait: { stdout: /Rollcall is at http:\/\/localhost:(?<rollcall_port>\d+)/ },
        gracefulShutdown: { signal: 'SIGTERM', timeout: 5_000 },
        timeout: 120_000,
      },
    },
    own,
  )
}
