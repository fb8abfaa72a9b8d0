import { describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import { openNote } from '../../src/document/note.ts'
import { STRAY } from '../../src/domain/model.ts'
import { emptyWorkbench, LINE, openWorkbench, type Workbench } from '../support/workbench.ts'

/** Two devices with one project: CIT's member at the first, TPA's at the second. */
function twoDevices(options: { thirdParty?: boolean } = {}): [Workbench, Workbench] {
  const first = openWorkbench(options)
  const second = emptyWorkbench(2)
  Y.applyUpdate(second.doc, Y.encodeStateAsUpdate(first.doc))
  second.speakAs('TPA')
  return [first, second]
}

/** Hands each device what the other did, and checks that both then show the same. */
function meet(first: Workbench, second: Workbench): void {
  const [one, two] = [first, second].map(({ doc }) => Y.encodeStateAsUpdate(doc)) as [Uint8Array, Uint8Array]
  Y.applyUpdate(second.doc, one)
  Y.applyUpdate(first.doc, two)
  expect(first.project).toEqual(second.project)
}

describe('what two devices do at the same time', () => {
  it('M1: to different fields of one line both stays', () => {
    const [first, second] = twoDevices()
    const line = first.line(0).id
    first.run({ kind: 'rewordLine', line, text: 'Reworded' })
    second.run({ kind: 'setDue', line, due: '2026-05-03' })
    meet(first, second)
    expect(first.line(0)).toMatchObject({ text: 'Reworded', due: '2026-05-03' })
  })

  it('M1: to one field leaves one of the two, the same everywhere', () => {
    const [first, second] = twoDevices()
    const line = first.line(0).id
    first.run({ kind: 'rewordLine', line, text: 'First' })
    second.run({ kind: 'rewordLine', line, text: 'Second' })
    meet(first, second)
    expect(['First', 'Second']).toContain(first.line(0).text)
  })

  it('M1: to an owner never mixes two owners into a third', () => {
    const [first, second] = twoDevices()
    const line = first.line(0).id
    const owners = [first.owner('either', 'CIT', 'PCTY'), first.owner('joint', 'TPA', 'PCTY')] as const
    first.run({ kind: 'reownLine', line, owner: owners[0] })
    second.run({ kind: 'reownLine', line, owner: owners[1] })
    meet(first, second)
    expect(owners).toContainEqual(first.line(0).owner)
  })

  it('T1: two parties’ ticks of a joint line both count', () => {
    const [first, second] = twoDevices()
    first.tick(LINE.joint2, 'CIT')
    second.tick(LINE.joint2, 'TPA')
    meet(first, second)
    expect(first.standing(LINE.joint2).status).toBe('done')
  })

  it('T1: two ticks for one party are one tick, with one of the two authors', () => {
    const [first, second] = twoDevices()
    first.tick(LINE.one, 'CIT')
    second.tick(LINE.one, 'CIT')
    meet(first, second)
    expect(first.standing(LINE.one).status).toBe('done')
    const author = first.line(LINE.one).ticks[first.party('CIT')]?.by.member
    expect(['member-CIT', 'member-TPA']).toContain(author)
  })

  it('T2: two claims both show; the line is open and a finding until one withdraws', () => {
    const [first, second] = twoDevices()
    first.tick(LINE.either, 'CIT')
    second.tick(LINE.either, 'TPA')
    meet(first, second)
    const parties = [first.party('CIT'), first.party('TPA')]
    expect(first.standing(LINE.either)).toMatchObject({
      status: 'open',
      finding: 'twoClaims',
      waiting: parties,
    })
    const line = first.line(LINE.either).id
    const refusal = { refused: 'twoClaims', line, parties }
    first.run({ kind: 'setBlocked', line, reason: 'Who takes it?' })
    const third = first.line(LINE.either)
    first.tick(LINE.either, 'CIT', false)
    expect(first.refused({ kind: 'tick', line, party: parties[0] ?? '', done: true })).toEqual(refusal)
    expect(third.blocked).not.toBeNull()
    first.run({ kind: 'claim', line, party: parties[0] ?? '', claims: false })
    expect(first.standing(LINE.either)).toMatchObject({
      status: 'done',
      finding: null,
      claimants: [parties[1]],
    })
  })

  it('T2: a claim by the only owner left and one of the other that is back both show', () => {
    const [first, second] = twoDevices()
    first.run({ kind: 'setThirdParty', takesPart: false })
    first.tick(LINE.either, 'CIT')
    second.tick(LINE.either, 'TPA')
    meet(first, second)
    expect(first.standing(LINE.either).status).toBe('done')
    first.run({ kind: 'setThirdParty', takesPart: true })
    expect(first.standing(LINE.either).finding).toBe('twoClaims')
  })

  it('B1: "blocked" said while another ticks stays or goes, but the tick stays', () => {
    const [first, second] = twoDevices()
    first.run({ kind: 'setBlocked', line: first.line(0).id, reason: 'No file' })
    second.tick(0, 'CIT')
    meet(first, second)
    expect(first.standing(0).status).toBe('done')
  })

  it('N1: "not applicable" said while another ticks wins for now, and the tick is still there after it', () => {
    const [first, second] = twoDevices()
    const line = first.line(0).id
    first.run({ kind: 'setNotApplicable', line, reason: 'Out of scope' })
    second.tick(0, 'CIT')
    meet(first, second)
    expect(first.standing(0).status).toBe('notApplicable')
    first.run({ kind: 'setNotApplicable', line, reason: null })
    expect(first.standing(0).status).toBe('done')
  })

  it('O2: an owner that another device removed meanwhile leaves a finding', () => {
    const [first, second] = twoDevices()
    first.run({ kind: 'removeParty', party: first.party('TPA') })
    second.run({ kind: 'reownLine', line: second.line(0).id, owner: second.owner('one', 'TPA') })
    meet(first, second)
    expect(first.standing(0).finding).toBe('noOwner')
  })

  it('P1: two lines added in one place both stand, in one order everywhere', () => {
    const [first, second] = twoDevices()
    const { stage, id: after, owner } = first.line(0)
    first.run({ kind: 'addLine', stage, after, text: 'Mine', owner })
    second.run({ kind: 'addLine', stage, after, text: 'Theirs', owner })
    meet(first, second)
    expect([first.line(1).text, first.line(2).text].sort()).toEqual(['Mine', 'Theirs'])
    expect(first.line(1).order).toBe(first.line(2).order)
    first.run({ kind: 'addLine', stage, after: first.line(1).id, text: 'Between', owner })
    meet(first, second)
    expect(second.line(2).text).toBe('Between')
  })

  it('P3: one line moved to two places stands in one of them, once', () => {
    const [first, second] = twoDevices()
    const line = first.line(0).id
    first.run({ kind: 'moveLine', line, stage: first.stage(1).id, after: null })
    second.run({ kind: 'moveLine', line, stage: second.stage(2).id, after: null })
    meet(first, second)
    expect([...first.project.lineOrder.values()].flat().filter((id) => id === line)).toHaveLength(1)
  })

  it('R1: a line removed while another ticks it stays removed, and comes back with the tick', () => {
    const [first, second] = twoDevices()
    const line = first.line(0).id
    const changes = first.run({ kind: 'removeLine', line })
    second.tick(0, 'CIT')
    meet(first, second)
    expect(first.project.lines.get(line)?.removed).not.toBeNull()
    first.run({ kind: 'undo', changes })
    expect(first.standing(0).status).toBe('done')
  })

  it('R3: a line added to a stage while it is removed shows as a line without a stage, a problem until it is moved', () => {
    const [first, second] = twoDevices()
    const { stage, owner } = first.line(0)
    first.run({ kind: 'removeStage', stage })
    second.run({ kind: 'addLine', stage, after: null, text: 'Late', owner })
    meet(first, second)
    const [line = ''] = first.project.lineOrder.get(STRAY) ?? []
    expect(first.project.lines.get(line)?.text).toBe('Late')
    expect(first.project.problems).toEqual([{ kind: 'lineWithoutStage', line }])
    first.run({ kind: 'moveLine', line, stage: first.stage(0).id, after: null })
    expect(first.project.problems).toEqual([])
    expect(first.line(0).text).toBe('Late')
  })

  it('R3: a line moved into a stage while it is removed is kept the same way', () => {
    const [first, second] = twoDevices()
    const [stage, line] = [first.stage(4).id, first.line(0).id]
    first.run({ kind: 'removeStage', stage })
    second.run({ kind: 'moveLine', line, stage, after: null })
    meet(first, second)
    expect(first.project.lineOrder.get(STRAY)).toEqual([line])
  })

  it('R3: undo of the stage’s removal brings the line that came meanwhile back too', () => {
    const [first, second] = twoDevices()
    const { stage, owner } = first.line(0)
    const changes = first.run({ kind: 'removeStage', stage })
    second.run({ kind: 'addLine', stage, after: null, text: 'Late', owner })
    meet(first, second)
    first.run({ kind: 'undo', changes })
    expect(first.line(0).text).toBe('Late')
    expect(first.project.problems).toEqual([])
  })

  it('U1: undo is refused where the other device’s word is the last one', () => {
    const [first, second] = twoDevices()
    const changes = first.tick(0, 'CIT')
    meet(first, second)
    second.tick(0, 'CIT', false)
    meet(first, second)
    expect(first.refused({ kind: 'undo', changes })).toMatchObject({
      refused: 'changedSince',
      by: second.me(),
    })
  })

  it('C2: a contact named on a line while it is removed stays named, and is told to be gone', () => {
    const [first, second] = twoDevices()
    const fields = { name: 'Tom', email: '', phone: '', note: '', backup: false }
    first.run({ kind: 'addContact', party: first.party('TPA'), ...fields })
    meet(first, second)
    const [contact = ''] = first.project.contacts.keys()
    first.run({ kind: 'removeContact', contact })
    second.run({ kind: 'nameContact', line: second.line(0).id, contact })
    meet(first, second)
    expect(first.line(0).contact).toBe(contact)
    expect(first.project.contacts.get(contact)?.removed).not.toBeNull()
  })

  it('W1: what both type into one note stays', () => {
    const [first, second] = twoDevices()
    const line = first.line(0).id
    const note = openNote(first.doc, line)
    note.write('Call first.')
    meet(first, second)
    const other = openNote(second.doc, line)
    note.write('Call Tom first.')
    other.write('Call first. Then mail.')
    meet(first, second)
    expect(first.line(0).note).toBe('Call Tom first. Then mail.')
  })

  it('W1: two that begin one note both have their text in it', () => {
    const [first, second] = twoDevices()
    const line = first.line(0).id
    openNote(first.doc, line).write('Mine. ')
    openNote(second.doc, line).write('Theirs. ')
    meet(first, second)
    expect(['Mine. Theirs. ', 'Theirs. Mine. ']).toContain(first.line(0).note)
  })
})
