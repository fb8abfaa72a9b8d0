import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { rmSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { createInterface } from 'node:readline'
import { afterAll, expect, test } from 'vitest'
import { openSqliteLog } from '../../src/relay/log/sqlite.ts'
import { splitRecord } from '../../src/wire/record.ts'
import { makeAuthor } from '../support/relay/author.ts'
import { greet, makeRoom } from '../support/relay/device.ts'
import { makeBuiltApp } from './builtApp.ts'

const program = resolve(import.meta.dirname, '../../src/relay/start.ts')
const root = makeBuiltApp()
afterAll(() => rmSync(root, { recursive: true }))

async function start() {
  const env = { PATH: '', PORT: '0', LOG_LEVEL: 'silent', RECORDS_PER_SECOND: '100000' }
  const child = spawn(process.execPath, [program], { cwd: root, env, stdio: ['ignore', 'pipe', 'inherit'] })
  const [line] = await once(createInterface(child.stdout), 'line')
  const url = /http:\S+/.exec(String(line))?.[0]
  if (!url) throw new Error(`no address in ${line}`)
  return { child, url }
}

const KILLS = Number(process.env.KILLS ?? 20)

test(`L1 a relay killed ${KILLS} times while it is written to has every record it acknowledged`, async () => {
  const author = await makeAuthor()
  const acknowledged = new Map<number, string>()
  let made = false
  for (let round = 0; round < KILLS; round++) {
    const { child, url } = await start()
    if (!made) await makeRoom(url, author)
    made = true
    const device = await greet(url, author, author.edit)
    // Killed at another moment each round: after so many acknowledgements, with more on their way.
    const until = acknowledged.size + ((round * 7) % 23) + 1
    const exit = once(child, 'exit')
    for (let writing = true; writing; ) {
      const record = await author.update(author.edit)
      const answer = device.submit(record)
      void device.submit(await author.update(author.edit)).catch(() => {})
      const word = await answer
      if (word.type === 'ack')
        acknowledged.set(word.number, Buffer.from(splitRecord(record).header.id).toString('hex'))
      writing = acknowledged.size < until
    }
    child.kill('SIGKILL')
    await exit
  }
  const log = openSqliteLog(join(root, 'data/relay.sqlite'), {
    liveBytes: 1e9,
    supersededBytes: 1e9,
    supersededMs: 1e12,
  })
  const stored = new Map(
    (await log.read(author.room, 0, Number.MAX_SAFE_INTEGER)).map(({ number, id }) => [
      number,
      Buffer.from(id).toString('hex'),
    ]),
  )
  await log.close()
  expect(acknowledged.size).toBeGreaterThan(KILLS)
  for (const [number, id] of acknowledged) expect(stored.get(number)).toBe(id)
}, 120_000)
