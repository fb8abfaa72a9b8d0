import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdirSync, rmSync, utimesSync, writeFileSync } from 'node:fs'
import type { AddressInfo } from 'node:net'
import { createServer } from 'node:net'
import { join, resolve } from 'node:path'
import { createInterface } from 'node:readline'
import { text } from 'node:stream/consumers'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { isStale } from '../../src/relay/build.ts'
import { readSettings } from '../../src/relay/settings.ts'
import { makeBuiltApp, page } from './builtApp.ts'

const program = resolve(import.meta.dirname, '../../src/relay/start.ts')

let root: string

beforeEach(() => {
  root = makeBuiltApp()
})

afterEach(() => rmSync(root, { recursive: true }))

/** The program of `npm start`, in a folder whose app is already built. */
function start(env: Record<string, string>) {
  const child = spawn(process.execPath, [program], { cwd: root, env: { PATH: '', ...env }, stdio: 'pipe' })
  return { child, exit: once(child, 'exit'), stderr: text(child.stderr) }
}

async function firstLine(child: ChildProcess): Promise<string> {
  if (!child.stdout) throw new Error('The child has no stdout')
  const [line] = await once(createInterface(child.stdout), 'line')
  return String(line)
}

describe('npm start', () => {
  test.each(['SIGTERM', 'SIGINT'] as const)(
    'says where the app is, serves it, and ends cleanly on %s',
    async (signal) => {
      const { child, exit } = start({ PORT: '0' })
      const line = await firstLine(child)
      const url = /^Rollcall is at (http:\/\/localhost:\d+)$/.exec(line)?.[1] ?? line
      expect(await (await fetch(url)).text()).toBe(page)
      child.kill(signal)
      expect(await exit).toEqual([0, null])
    },
  )

  test('a taken port gives one clear line and exit 1', async () => {
    const holder = createServer().listen(0, '127.0.0.1')
    await once(holder, 'listening')
    const { port } = holder.address() as AddressInfo
    const { exit, stderr } = start({ PORT: String(port) })
    expect(await exit).toEqual([1, null])
    expect(await stderr).toBe(
      `Port ${port} is taken. Free it, or choose another: PORT=${port + 1} npm start\n`,
    )
    holder.close()
  })

  test('a bad PORT gives one clear line and exit 1', async () => {
    const { exit, stderr } = start({ PORT: 'eighty' })
    expect(await exit).toEqual([1, null])
    expect(await stderr).toBe('PORT must be a number from 0 to 65535, not "eighty".\n')
  })

  test('a HOST that is not ours gives one clear line and exit 1', async () => {
    const { exit, stderr } = start({ PORT: '0', HOST: '192.0.2.1' })
    expect(await exit).toEqual([1, null])
    expect(await stderr).toBe('HOST "192.0.2.1" is no address of this machine.\n')
  })
})

describe('settings', () => {
  test('without any, the app is at port 8080 of this machine alone', () => {
    expect(readSettings({})).toMatchObject({ port: 8080, host: '127.0.0.1' })
  })

  test.each(['-1', '65536', '80.5', '0x50', '8080 9090', '1e3'])('PORT=%s is refused', (PORT) => {
    expect(readSettings({ PORT })).toHaveProperty('refused')
  })

  test.each([
    { LOG_LEVEL: 'loud' },
    { ORIGINS: 'rollcall.example' },
    { ORIGINS: 'https://rollcall.example/join' },
    { TRUST_PROXY: 'yes' },
    { ROOM_MIB: '0' },
  ])('%j is refused by name', (env) => {
    const [name = ''] = Object.keys(env)
    expect(readSettings(env)).toEqual({ refused: expect.stringContaining(name) })
  })

  test('limits and the folder of the data can be set', () => {
    const settings = readSettings({
      DATA_DIR: '/srv/rollcall',
      ROOM_MIB: '5',
      ORIGINS: 'https://a.example, http://b',
    })
    expect(settings).toMatchObject({
      file: '/srv/rollcall/relay.sqlite',
      budgets: { liveBytes: 5 * 1024 * 1024 },
      origins: ['https://a.example', 'http://b'],
    })
  })
})

describe('a build is stale', () => {
  const past = new Date('2020-01-01')

  test('not when nothing changed after it', () => {
    mkdirSync(join(root, 'src/ui'), { recursive: true })
    writeFileSync(join(root, 'src/ui/app.tsx'), '')
    for (const path of ['src/ui/app.tsx', 'src/ui', 'src']) utimesSync(join(root, path), past, past)
    expect(isStale(root)).toBe(false)
  })

  test('when a source changed after it', () => {
    mkdirSync(join(root, 'src/ui'), { recursive: true })
    utimesSync(join(root, 'dist/index.html.br'), past, past)
    expect(isStale(root)).toBe(true)
  })

  test('when it did not reach its end', () => {
    rmSync(join(root, 'dist/index.html.br'))
    expect(isStale(root)).toBe(true)
  })
})
