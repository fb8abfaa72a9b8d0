/// <reference types="vitest/config" />
import { readdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { brotliCompress, gzip } from 'node:zlib'
import { defineConfig, type Plugin } from 'vite'
import { VitePWA } from 'vite-plugin-pwa'
import solid from 'vite-plugin-solid'

const paper = '#f6f1e7'

/** The code behind an open project, which the project list does without. */
const documentModules =
  /src[\\/](document|sync|domain[\\/](?!templates|template\.|copy\.)|storage[\\/](?!catalogue|database|faults|names|purge|rawDatabase)|session[\\/](session|readModel|history|ids|summary|summaryWriter)\.ts)|node_modules[\\/](yjs|y-indexeddb|lib0|fractional-indexing)[\\/]/

/** Fails the build when a bundle holds a second copy of yjs, which would tell its own types from the first one's. */
function oneYjs(): Plugin {
  return {
    name: 'rollcall:one-yjs',
    apply: 'build',
    generateBundle(_options, bundle) {
      const chunks = Object.values(bundle).filter((output) => output.type === 'chunk')
      const modules = chunks.flatMap((chunk) => Object.keys(chunk.modules))
      const copies = new Set(modules.filter((id) => /[\\/]yjs[\\/](dist|src)[\\/](yjs|index)\.\w+$/.test(id)))
      if (copies.size > 1) this.error(`More than one copy of yjs in the bundle: ${[...copies].join(', ')}`)
    },
  }
}

/** Writes a gzip and a brotli file beside every text file of the build, so that the server never compresses. */
function precompress(): Plugin {
  let folder = 'dist'
  return {
    name: 'rollcall:precompress',
    apply: 'build',
    enforce: 'post',
    configResolved(config) {
      folder = join(config.root, config.build.outDir)
    },
    closeBundle: {
      // After the service worker is written, which is also done in this hook.
      sequential: true,
      order: 'post',
      async handler() {
        const files = await readdir(folder, { recursive: true })
        for (const file of files.filter((name) => /\.(html|js|css|svg|json|webmanifest)$/.test(name))) {
          const path = join(folder, file)
          const content = await readFile(path)
          await writeFile(`${path}.gz`, await promisify(gzip)(content, { level: 9 }))
          await writeFile(`${path}.br`, await promisify(brotliCompress)(content))
        }
      },
    },
  }
}

const pwa = VitePWA({
  strategies: 'injectManifest',
  srcDir: 'src/worker',
  filename: 'service-worker.ts',
  // The app registers the worker itself (src/platform/app-update.ts) and applies an update only on consent.
  injectRegister: false,
  injectManifest: {
    // One plain script: not every browser takes a worker that is a module.
    rollupFormat: 'iife',
    globPatterns: ['**/*.{js,css,html}', 'favicon.svg', 'icons/*.png'],
  },
  includeManifestIcons: false,
  manifest: {
    id: '/',
    name: 'Rollcall',
    short_name: 'Rollcall',
    description: 'A shared table of who owes what, ticked off together, with or without a network.',
    lang: 'en',
    start_url: '/',
    scope: '/',
    display: 'standalone',
    background_color: paper,
    theme_color: paper,
    categories: ['productivity', 'business'],
    icons: [
      { src: '/icons/icon-192.png', sizes: '192x192', type: 'image/png', purpose: 'any' },
      { src: '/icons/icon-512.png', sizes: '512x512', type: 'image/png', purpose: 'any' },
      { src: '/icons/maskable-512.png', sizes: '512x512', type: 'image/png', purpose: 'maskable' },
    ],
    shortcuts: [
      {
        name: 'New project',
        url: '/new',
        icons: [{ src: '/icons/icon-192.png', sizes: '192x192', type: 'image/png' }],
      },
    ],
    screenshots: [
      {
        src: '/screenshots/phone.png',
        sizes: '780x1688',
        type: 'image/png',
        form_factor: 'narrow',
        label: 'A project on a phone',
      },
      {
        src: '/screenshots/desktop.png',
        sizes: '1440x900',
        type: 'image/png',
        form_factor: 'wide',
        label: 'A project on a desktop',
      },
    ],
  },
})

export default defineConfig({
  plugins: [solid(), oneYjs(), pwa, precompress()],
  resolve: { dedupe: ['yjs'] },
  // The manifest tells the size check which files a page loads (tests/support/initial-load.ts).
  build: {
    target: 'es2022',
    manifest: true,
    // Every browser that runs the app knows modulepreload.
    modulePreload: { polyfill: false },
    // What a project is made of comes as one file: many small ones compress worse and each costs a request.
    rolldownOptions: {
      output: {
        codeSplitting: {
          includeDependenciesRecursively: false,
          groups: [{ name: 'document', test: documentModules }],
        },
      },
    },
  },
  test: {
    include: ['tests/**/*.test.{ts,tsx}'],
    exclude: ['tests/journeys/**', 'tests/faults/**'],
    environment: 'node',
  },
})
