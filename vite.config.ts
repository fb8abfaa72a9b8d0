/// <reference types="vitest/config" />
import { readdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { brotliCompress, gzip } from 'node:zlib'
import { defineConfig, type Plugin } from 'vite'
import { VitePWA } from 'vite-plugin-pwa'
import solid from 'vite-plugin-solid'

const paper = '#f6f1e7'

const source = (path: string) => join(import.meta.dirname, 'src', path)
const main = source('main.tsx')

/** What a screen is made of before anyone can touch it, besides what every page loads. */
const firstScreens = {
  home: [source('ui/catalogue/HomeScreen.tsx')],
  project: [source('ui/project/ProjectScreen.tsx'), source('session/session.ts')],
}

/**
 * Puts what a page loads first into two files, `shell` for all pages and one for its screen: many small ones compress
 * worse, and each takes its own way through the service worker. What both screens use is in the shell. All else, which is
 * loaded when first asked for, is left to the bundler.
 */
function firstLoad(): (id: string, context: Graph) => string | null {
  let sets: Record<'shell' | 'home' | 'project', ReadonlySet<string>> | undefined
  return (id, graph) => {
    sets ??= {
      shell: importedBy([main], graph),
      home: importedBy(firstScreens.home, graph),
      project: importedBy(firstScreens.project, graph),
    }
    const { shell, home, project } = sets
    if (starting.test(id)) return 'start'
    // The page's own entry in a group would be left without a file that index.html can name.
    if (id === main || graph.getModuleInfo(id)?.isEntry) return null
    if (shell.has(id) || (home.has(id) && project.has(id))) return 'shell'
    if (home.has(id)) return 'home'
    return project.has(id) ? 'project' : null
  }
}

/** What runs before the shell: src/start.ts, what it uses, and Vite's own helper for loading more. */
const starting =
  /src[\\/](start|platform[\\/]projectPath|storage[\\/](warmUp|names))\.ts$|vite[\\/]preload-helper/

/** What is asked of the bundler, which passes more. */
interface Graph {
  getModuleInfo(id: string): { readonly importedIds: readonly string[]; readonly isEntry: boolean } | null
}

/** The modules that sources import statically, themselves included. */
function importedBy(sources: readonly string[], graph: Graph): ReadonlySet<string> {
  const found = new Set<string>()
  const take = (id: string) => {
    if (found.has(id)) return
    found.add(id)
    graph.getModuleInfo(id)?.importedIds.forEach(take)
  }
  for (const source of sources) take(source)
  return found
}

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
  // The app registers the worker itself (src/platform/appUpdate.ts) and applies an update only on consent.
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
  // The manifest tells the size check which files a page loads (tests/support/initialLoad.ts).
  build: {
    target: 'es2022',
    manifest: true,
    // Every browser that runs the app knows modulepreload.
    modulePreload: { polyfill: false },
    rolldownOptions: {
      output: {
        codeSplitting: {
          includeDependenciesRecursively: false,
          groups: [{ name: firstLoad(), debugName: 'first load' }],
        },
      },
    },
  },
  test: {
    include: ['tests/**/*.test.{ts,tsx}'],
    exclude: ['tests/journeys/**', 'tests/faults/**'],
    environment: 'node',
    // How long a slow machine is waited for; what starts a server of its own takes seconds there.
    testTimeout: 30_000,
    // Solid's plugin has tests resolve packages as a browser would, where ws is only a stub that says so.
    alias: { ws: join(import.meta.dirname, 'node_modules/ws/wrapper.mjs') },
  },
})
