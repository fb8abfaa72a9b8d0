import { resolve } from 'node:path'
import { build } from 'vite'
import { VitePWA } from 'vite-plugin-pwa'
import solid from 'vite-plugin-solid'

/** The pages the app's start is compared with. */
export type Baseline = 'libraries' | 'empty'

/** Builds a baseline page with the app's tools and its service worker into `outDir`. Rejects when the build fails. */
export async function buildBaseline(name: Baseline, outDir: string): Promise<void> {
  const pwa = VitePWA({
    strategies: 'injectManifest',
    srcDir: '../../../../src/worker',
    filename: 'service-worker.ts',
    injectRegister: false,
    manifest: false,
    injectManifest: { rollupFormat: 'iife', globPatterns: ['**/*.{js,css,html}'] },
  })
  await build({
    configFile: false,
    logLevel: 'error',
    root: resolve(import.meta.dirname, name),
    plugins: [solid(), pwa],
    resolve: { dedupe: ['yjs'] },
    build: { target: 'es2022', manifest: true, outDir, emptyOutDir: true },
  })
}
