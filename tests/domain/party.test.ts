import { describe, expect, it } from 'vitest'
import { type Command, NAME_LIMIT, TEXT_LIMIT } from '../../src/domain/command.ts'
import { openWorkbench, type Workbench } from '../support/workbench.ts'

const BROKER = { code: 'BRK', role: 'Broker', team: 'Harbor', colour: 3, third: true } as const
const TOM = { name: 'Tom', email: 'tom@harbor.example', phone: '', note: 'mornings', backup: true } as const

const codes = ({ project }: Workbench) => project.partyOrder.map((id) => project.parties.get(id)?.code)
const contacts = ({ project }: Workbench) => [...project.contacts.values()]

describe('a party', () => {
  it('P1: is added after another, with all its fields', () => {
    const bench = openWorkbench()
    bench.run({ kind: 'addParty', after: bench.party('CIT'), ...BROKER })
    expect(codes(bench)).toEqual(['CIT', 'BRK', 'TPA', 'PCTY'])
    expect(bench.project.parties.get(bench.party('BRK'))).toMatchObject(BROKER)
  })

  it('P3: moves among the others', () => {
    const bench = openWorkbench()
    bench.run({ kind: 'moveParty', party: bench.party('PCTY'), after: null })
    expect(codes(bench)).toEqual(['PCTY', 'CIT', 'TPA'])
  })

  it('E1: is edited field by field; all but its code may be empty', () => {
    const bench = openWorkbench()
    const party = bench.party('TPA')
    bench.run({ kind: 'editParty', party, team: ' Harbor ', third: false })
    expect(bench.project.parties.get(party)).toMatchObject({ code: 'TPA', team: 'Harbor', third: false })
    bench.run({ kind: 'editParty', party, team: '' })
    expect(bench.refused({ kind: 'addParty', after: null, ...BROKER, code: ' ' })).toEqual({
      refused: 'empty',
      field: 'code',
    })
  })

  it('R1: that is removed or never was refuses every command', () => {
    const bench = openWorkbench()
    const gone = bench.party('TPA')
    bench.run({ kind: 'removeParty', party: gone })
    expect(codes(bench)).toEqual(['CIT', 'PCTY'])
    for (const party of [gone, 'nobody']) {
      const commands: Command[] = [
        { kind: 'editParty', party, team: 'x' },
        { kind: 'moveParty', party, after: null },
        { kind: 'removeParty', party },
        { kind: 'addContact', party, ...TOM },
      ]
      for (const command of commands)
        expect(bench.refused(command)).toEqual({ refused: 'unknown', what: 'party', id: party })
    }
  })
})

describe('a contact', () => {
  it('C1: belongs to one party, and needs a name', () => {
    const bench = openWorkbench()
    const party = bench.party('TPA')
    bench.run({ kind: 'addContact', party, ...TOM })
    expect(contacts(bench)).toMatchObject([{ ...TOM, party, removed: null }])
    expect(bench.refused({ kind: 'addContact', party, ...TOM, name: '' })).toEqual({
      refused: 'empty',
      field: 'name',
    })
  })

  it('C1: is edited field by field, within limits', () => {
    const bench = openWorkbench()
    bench.run({ kind: 'addContact', party: bench.party('TPA'), ...TOM })
    const [{ id: contact } = { id: '' }] = contacts(bench)
    bench.run({ kind: 'editContact', contact, phone: '+1 555 0142', backup: false })
    expect(contacts(bench)).toMatchObject([{ ...TOM, phone: '+1 555 0142', backup: false }])
    const tooLong = (field: string, limit: number) => ({ refused: 'tooLong', field, limit })
    const note = 'x'.repeat(TEXT_LIMIT + 1)
    const email = 'x'.repeat(NAME_LIMIT + 1)
    expect(bench.refused({ kind: 'editContact', contact, note })).toEqual(tooLong('note', TEXT_LIMIT))
    expect(bench.refused({ kind: 'editContact', contact, email })).toEqual(tooLong('email', NAME_LIMIT))
  })

  it('R1: that is removed or never was refuses every command', () => {
    const bench = openWorkbench()
    bench.run({ kind: 'addContact', party: bench.party('TPA'), ...TOM })
    const [{ id } = { id: '' }] = contacts(bench)
    bench.run({ kind: 'removeContact', contact: id })
    for (const contact of [id, 'nobody']) {
      const refusal = { refused: 'unknown', what: 'contact', id: contact }
      expect(bench.refused({ kind: 'editContact', contact, name: 'Tim' })).toEqual(refusal)
      expect(bench.refused({ kind: 'removeContact', contact })).toEqual(refusal)
      expect(bench.refused({ kind: 'nameContact', line: bench.line(0).id, contact })).toEqual(refusal)
    }
  })

  it('C2: is named on a line, or no longer', () => {
    const bench = openWorkbench()
    bench.run({ kind: 'addContact', party: bench.party('TPA'), ...TOM })
    const [{ id: contact } = { id: '' }] = contacts(bench)
    const line = bench.line(2).id
    bench.run({ kind: 'nameContact', line, contact })
    expect(bench.line(2).contact).toBe(contact)
    bench.run({ kind: 'nameContact', line, contact: null })
    expect(bench.line(2).contact).toBeNull()
  })

  it('C2: stays named on the line when it is removed, so that undo needs not touch the line', () => {
    const bench = openWorkbench()
    bench.run({ kind: 'addContact', party: bench.party('TPA'), ...TOM })
    const [{ id: contact } = { id: '' }] = contacts(bench)
    bench.run({ kind: 'nameContact', line: bench.line(2).id, contact })
    bench.run({ kind: 'removeContact', contact })
    expect(bench.line(2).contact).toBe(contact)
  })
})

describe('the project and its members', () => {
  it('I1: a member says a name and a party, and may change both', () => {
    const bench = openWorkbench()
    bench.run({ kind: 'introduce', name: ' Ben ', party: bench.party('PCTY') })
    expect(bench.project.members.get('member-CIT')).toMatchObject({ name: 'Ben', party: bench.party('PCTY') })
    bench.run({ kind: 'introduce', name: 'Ben', party: null })
    expect(bench.project.members.get('member-CIT')?.party).toBeNull()
  })

  it('I1: a member cannot speak for a party that was never there', () => {
    const bench = openWorkbench()
    const refusal = { refused: 'unknown', what: 'party', id: 'nobody' }
    expect(bench.refused({ kind: 'introduce', name: 'Ben', party: 'nobody' })).toEqual(refusal)
  })

  it('E1: the project is renamed', () => {
    const bench = openWorkbench()
    bench.run({ kind: 'renameProject', name: 'Benefits feed' })
    expect(bench.project.meta.name).toBe('Benefits feed')
  })

  it('V3: a project of a newer version refuses every command', () => {
    const bench = openWorkbench()
    bench.doc.getMap('meta').set('project/schema', 2)
    const commands: Command[] = [
      { kind: 'renameProject', name: 'x' },
      { kind: 'tick', line: bench.line(0).id, party: bench.party('CIT'), done: true },
      { kind: 'removeStage', stage: bench.stage(0).id },
      { kind: 'undo', changes: [] },
    ]
    for (const command of commands) expect(bench.refused(command)).toEqual({ refused: 'readOnly' })
  })
})
