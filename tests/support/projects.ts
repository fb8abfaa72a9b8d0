import * as Y from 'yjs'
import { apply } from '../../src/document/document.ts'
import { readAll } from '../../src/document/read.ts'
import type { Project } from '../../src/domain/model.ts'
import { changesFromTemplate } from '../../src/domain/template.ts'
import { integrationDeliverables } from '../../src/domain/templates/integrationDeliverables.ts'
import { makeRandom } from './random.ts'
import { makeReplica } from './replica.ts'

const MADE = Date.UTC(2026, 2, 2, 9)

/** A project someone worked on, the same for the same seed: from the built-in template, with ticks, edits, notes and undo. */
export function usedProject(seed: number, steps = 60): { doc: Y.Doc; project: Project; update: Uint8Array } {
  const random = makeRandom(seed)
  const { doc, act } = makeReplica(seed % 1000, random, () => {})
  let made = 0
  const newId = () => {
    made += 1
    return `t${made}`
  }
  const me = { member: `m${seed % 1000}`, name: 'Ana Ruiz', party: null }
  const setup = { name: `Payroll feed ${seed}`, thirdParty: true, teams: {}, me }
  apply(doc, changesFromTemplate(integrationDeliverables, setup, { now: MADE, newId, me }))
  for (let step = 0; step < steps; step++) act()
  return { doc, project: readAll(doc, `p${seed}`), update: Y.encodeStateAsUpdate(doc) }
}
