import { isDeepStrictEqual } from 'node:util'
import { expect, it, vi } from 'vitest'
import { apply } from '../../src/document/document.ts'
import { readAll } from '../../src/document/read.ts'
import { changesFromTemplate } from '../../src/domain/template.ts'
import { integrationDeliverables } from '../../src/domain/templates/integrationDeliverables.ts'
import { makeRandom } from '../support/random.ts'
import { makeNetwork, makeReplica, type Replica } from '../support/replica.ts'

// Many cases in one test: they get their time also on a busy machine.
vi.setConfig({ testTimeout: 240_000 })

const SEEDS = 300
const COMMANDS = 200

/**
 * Three replicas that begin with one project and act 200 times each, over wires that are late, double and lossy; with
 * every tenth seed the wires are cut until the end. `each` is called after each step of a replica.
 */
function play(seed: number, each: (replica: Replica) => void = () => {}): Replica[] {
  const random = makeRandom(seed)
  const network = makeNetwork(3, random)
  const replicas = [0, 1, 2].map((number) =>
    makeReplica(number, random, (update) => network.send(number, update)),
  )
  seedProject(replicas[0] as Replica)
  const cut = seed % 10 === 0
  for (let step = 0; step < COMMANDS; step++) {
    replicas.forEach((replica, index) => {
      replica.act()
      each(replica)
      while (!cut && random.chance(0.6)) {
        network.deliver(replica, index)
        each(replica)
      }
    })
  }
  network.settle(replicas)
  return replicas
}

function seedProject({ doc }: Replica): void {
  let made = 0
  const newId = () => {
    made += 1
    return `t${made}`
  }
  const me = { member: 'm0', name: 'Member 0', party: null }
  const setup = { name: 'Payroll feed', thirdParty: true, teams: {}, me }
  apply(doc, changesFromTemplate(integrationDeliverables, setup, { now: 0, newId, me }))
}

/** Deep equality that is quick while it holds, and shows the difference where it does not. */
function expectEqual(actual: unknown, expected: unknown, where: string): void {
  if (!isDeepStrictEqual(actual, expected)) expect(actual, where).toEqual(expected)
}

it('M1: three replicas that act 200 times each show the same project once all updates have come', () => {
  const kinds = new Set<string>()
  for (let seed = 1; seed <= SEEDS; seed++) {
    const replicas = play(seed)
    const expected = readAll((replicas[0] as Replica).doc, 'p')
    for (const { doc, project, kinds: ran } of replicas) {
      expectEqual(readAll(doc, 'p'), expected, `seed ${seed}`)
      expectEqual(project(), expected, `seed ${seed}, read bit by bit`)
      expect(doc.store.pendingStructs, `seed ${seed}`).toBeNull()
      for (const kind of ran) kinds.add(kind)
    }
  }
  // All 28 kinds did something, or the test would have shown less than it says.
  expect(kinds.size).toBe(28)
})

it('V1: reading only what changed gives what reading all of it gives, after every step', () => {
  for (let seed = 1001; seed <= 1012; seed++) {
    play(seed, ({ doc, project }) => expectEqual(project(), readAll(doc, 'p'), `seed ${seed}`))
  }
})
