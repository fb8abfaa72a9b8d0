import { apply, makeDocument } from '../document/document.ts'
import { readAll } from '../document/read.ts'
import type { Change } from '../domain/change.ts'
import { type Command, isRefusal } from '../domain/command.ts'
import { decide } from '../domain/decide.ts'
import type { Line, Voice } from '../domain/model.ts'
import { changesFromTemplate } from '../domain/template.ts'
import { integrationDeliverables } from '../domain/templates/integrationDeliverables.ts'

const DAY_MS = 24 * 60 * 60 * 1000

/**
 * A project in the middle of its life, made through the same commands a person uses: Discovery is done, credentials are
 * handed out, testing is under way and one line is blocked. `name` is who looks at it, or '' for a made-up person.
 */
export function exampleProject(options: { now: number; newId: () => string; name: string }): {
  changes: Change[]
  member: string
  notes: ReadonlyMap<string, string>
} {
  const { now, newId } = options
  const doc = makeDocument()
  const member = newId()
  const me = { member, name: options.name || 'Ana Ruiz', party: 'CIT' }
  const changes: Change[] = []
  const write = (made: readonly Change[]) => {
    apply(doc, made)
    changes.push(...made)
  }
  const setup = {
    name: 'Payroll feed for Brightwater Foods',
    thirdParty: true,
    me,
    teams: {
      CIT: {
        team: 'Brightwater IT',
        contacts: [{ name: 'Ana Ruiz', email: 'ana.ruiz@brightwater.example', phone: '+1 555 0100' }],
      },
      TPA: {
        team: 'Harbor Benefits',
        contacts: [{ name: 'Tom Okafor', email: 'tom@harbor.example', phone: '+1 555 0142' }],
      },
      PCTY: {
        team: 'Integrations',
        contacts: [{ name: 'Priya Shah', email: 'priya@vendor.example', phone: '+1 555 0177' }],
      },
    },
  }
  const startedAt = now - 21 * DAY_MS
  write(
    changesFromTemplate(integrationDeliverables, setup, {
      now: startedAt,
      newId,
      me: { ...me, party: null },
    }),
  )

  const project = readAll(doc, 'example')
  const party = new Map(project.partyOrder.map((id) => [project.parties.get(id)?.code ?? '', id]))
  const lines: Line[] = project.stageOrder.flatMap((stage) =>
    (project.lineOrder.get(stage) ?? []).flatMap((id) => project.lines.get(id) ?? []),
  )
  const voices: Record<string, Voice> = Object.fromEntries(
    [
      ['CIT', me.name, member],
      ['TPA', 'Tom Okafor', newId()],
      ['PCTY', 'Priya Shah', newId()],
    ].map(([code = '', name = '', id = '']) => [code, { member: id, name, party: party.get(code) ?? null }]),
  )

  /** A command as said by a party some days ago. */
  function said(code: string, daysAgo: number, command: (by: string) => Command): void {
    const by = voices[code] as Voice
    const decision = decide(readAll(doc, 'example'), command(by.party as string), {
      now: now - daysAgo * DAY_MS,
      newId,
      me: by,
    })
    if (isRefusal(decision))
      throw new Error(`the example's own command was refused: ${JSON.stringify(decision)}`)
    write(decision)
  }
  const tick = (code: string, daysAgo: number, index: number) =>
    said(code, daysAgo, (by) => ({ kind: 'tick', line: idAt(index), party: by, done: true }))
  const idAt = (index: number): string => (lines[index] as Line).id
  const dayFromNow = (days: number): string => new Date(now + days * DAY_MS).toISOString().slice(0, 10)
  const contact = [...project.contacts.values()].find(({ name }) => name === 'Ana Ruiz')?.id ?? null

  tick('CIT', 20, 0)
  tick('TPA', 18, 1)
  tick('CIT', 16, 2)
  tick('PCTY', 15, 2)
  said('CIT', 15, () => ({ kind: 'nameContact', line: idAt(2), contact }))
  tick('PCTY', 12, 3)
  tick('TPA', 6, 4)
  said('CIT', 5, () => ({ kind: 'setDue', line: idAt(4), due: dayFromNow(2) }))
  said('CIT', 5, () => ({ kind: 'setDue', line: idAt(5), due: dayFromNow(9) }))
  said('TPA', 2, () => ({
    kind: 'setBlocked',
    line: idAt(5),
    reason: 'Test file lacks the new cost centres',
  }))
  said('CIT', 4, () => ({ kind: 'setDue', line: idAt(6), due: dayFromNow(16) }))
  return {
    changes,
    member,
    notes: new Map([
      [idAt(4), 'Field mapping agreed on the call of last week.\nOpen: who maintains the code list?'],
    ]),
  }
}
