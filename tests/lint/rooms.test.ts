import { spawnSync } from 'node:child_process'
import { copyFileSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join, resolve } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'

const project = resolve(import.meta.dirname, '../..')

/** One import a file must not make, by the file that makes it. */
const forbidden: Record<string, string> = {
  'src/domain/a-room.ts': '../document/apply.ts',
  'src/domain/a-package.ts': 'yjs',
  'src/domain/node.ts': 'node:crypto',
  'src/document/a-room.ts': '../storage/journal.ts',
  'src/document/a-package.ts': 'dexie',
  'src/storage/a-room.ts': '../session/session.ts',
  'src/storage/a-package.ts': 'lib0/encoding',
  'src/wire/a-room.ts': '../sealing/keys.ts',
  'src/wire/a-package.ts': 'yjs',
  'src/document/the-wire.ts': '../wire/bytes.ts',
  'src/sealing/a-room.ts': '../domain/model.ts',
  'src/sealing/a-package.ts': 'yjs',
  'src/sync/a-room.ts': '../storage/journal.ts',
  'src/sync/a-package.ts': 'dexie',
  'src/session/a-room.ts': '../ui/app.tsx',
  'src/session/a-package.ts': 'dexie',
  'src/exchange/a-room.ts': '../document/apply.ts',
  'src/exchange/a-package.ts': 'yjs',
  'src/platform/a-room.ts': '../session/session.ts',
  'src/platform/a-package.ts': 'workbox-precaching',
  'src/ui/project/a-room.ts': '../../storage/journal.ts',
  'src/ui/project/the-document.ts': '../../document/apply.ts',
  'src/ui/project/yjs.ts': 'yjs',
  'src/ui/project/dexie.ts': 'dexie',
  'src/ui/project/workbox.ts': 'workbox-window',
  'src/worker/a-room.ts': '../domain/model.ts',
  'src/worker/a-package.ts': 'yjs',
  'src/relay/a-key.ts': '../sealing/keys.ts',
  'src/relay/a-room.ts': '../document/apply.ts',
  'src/relay/a-package.ts': 'yjs',
}

/** One import each room lives by, so that the rules are shown to be narrower than "nothing". */
const allowed: Record<string, string> = {
  'src/domain/inside.ts': './model.ts',
  'src/domain/order.ts': 'fractional-indexing',
  'src/document/inside.ts': '../domain/model.ts',
  'src/document/package.ts': 'yjs',
  'src/storage/package.ts': 'dexie',
  'src/sealing/the-wire.ts': '../wire/bytes.ts',
  'src/sync/a-key.ts': '../sealing/keys.ts',
  'src/session/inside.ts': '../storage/journal.ts',
  'src/session/package.ts': 'solid-js/store',
  'src/exchange/package.ts': 'valibot',
  'src/platform/package.ts': 'workbox-window',
  'src/ui/project/inside.ts': '../controls/button.tsx',
  'src/ui/project/session.ts': '../../session/session.ts',
  'src/ui/project/package.ts': 'solid-js/web',
  'src/worker/package.ts': 'workbox-precaching',
  'src/relay/package.ts': 'node:http',
  'src/relay/the-wire.ts': '../wire/bytes.ts',
  'src/main.ts': './storage/journal.ts',
}

const network = ['fetch', 'WebSocket', 'EventSource', 'XMLHttpRequest', 'indexedDB', 'localStorage']

let folder: string
let found: { rule: string; file: string }[]

function write(path: string, text: string): void {
  const full = join(folder, path)
  mkdirSync(dirname(full), { recursive: true })
  writeFileSync(full, text)
}

/** The files in which the lint reported `rule`. */
function refusedBy(rule: string): string[] {
  return found.filter((one) => one.rule.endsWith(`/${rule}`)).map((one) => one.file)
}

// One small project with the real lint configuration, linted once: starting the linter is the slow part.
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'rooms-'))
  copyFileSync(join(project, 'biome.json'), join(folder, 'biome.json'))
  symlinkSync(join(project, 'node_modules'), join(folder, 'node_modules'))
  for (const [file, target] of Object.entries({ ...forbidden, ...allowed })) {
    write(file, `import { thing } from '${target}'\n\nexport const used = thing\n`)
  }
  for (const name of network) write(`src/ui/global-${name}.ts`, `export const used = ${name}\n`)
  write('src/domain/egg.ts', "import { hen } from './hen.ts'\n\nexport const egg = () => hen\n")
  write('src/domain/hen.ts', "import { egg } from './egg.ts'\n\nexport const hen = () => egg\n")
  const biome = join(project, 'node_modules/.bin/biome')
  const options = ['lint', '--vcs-enabled=false', '--max-diagnostics=none', '--reporter=json', 'src']
  const { stdout } = spawnSync(biome, options, { cwd: folder, encoding: 'utf8' })
  const report = JSON.parse(stdout) as { diagnostics: { category: string; location: { path: string } }[] }
  found = report.diagnostics.map((one) => ({ rule: one.category, file: one.location.path }))
})

afterAll(() => rmSync(folder, { recursive: true, force: true }))

test.each(Object.entries(forbidden))('%s may not import %s', (file) => {
  expect(refusedBy('noRestrictedImports')).toContain(file)
})

test.each(Object.entries(allowed))('%s may import %s', (file) => {
  expect(refusedBy('noRestrictedImports')).not.toContain(file)
})

test.each(network)('a screen may not reach for %s itself', (name) => {
  expect(refusedBy('noRestrictedGlobals')).toContain(`src/ui/global-${name}.ts`)
})

test('a cycle of imports is refused', () => {
  expect(refusedBy('noImportCycles')).toEqual(
    expect.arrayContaining(['src/domain/egg.ts', 'src/domain/hen.ts']),
  )
})
