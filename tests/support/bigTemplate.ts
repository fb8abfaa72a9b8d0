import type { Owner } from '../../src/domain/model.ts'
import type { Template, TemplateLine } from '../../src/domain/template.ts'
import { integrationDeliverables } from '../../src/domain/templates/integrationDeliverables.ts'

/** In the order they follow each other: every rule, and every party alone. */
const owners: readonly Owner[] = [
  { rule: 'one', parties: ['CIT'] },
  { rule: 'one', parties: ['PCTY'] },
  { rule: 'joint', parties: ['CIT', 'PCTY'] },
  { rule: 'one', parties: ['TPA'] },
  { rule: 'joint', parties: ['CIT', 'TPA'] },
  { rule: 'either', parties: ['CIT', 'TPA'] },
]

const steps = ['Confirm', 'Map', 'Send a sample of', 'Check', 'Agree on', 'Sign off', 'Document']
const things = [
  'the earnings and deduction codes, with a name for each that both sides use',
  'the cost centres',
  'the file of new hires and leavers',
  'the schedule of the nightly transfer and what happens when one night is missed',
  'the test accounts',
]

/** The built-in template with its five stages filled up to so many lines, of every kind of owner and length. */
export function bigTemplate(lines: number): Template {
  const { stages, ...rest } = integrationDeliverables
  return {
    ...rest,
    stages: stages.map(({ title, gate = false }, stage) => {
      const first = Math.round((lines * stage) / stages.length)
      const after = Math.round((lines * (stage + 1)) / stages.length)
      return { title, gate, lines: Array.from({ length: after - first }, (_, at) => line(first + at)) }
    }),
  }
}

function line(index: number): TemplateLine {
  const [step, thing, owner] = [steps, things, owners].map((list) => list[index % list.length])
  return { text: `${step} ${thing} for site ${index + 1}`, owner: owner as Owner }
}
