import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type Draft, parseDraft, teamsOf } from '../../src/ui/catalogue/draft.ts'

const draft: Draft = {
  name: 'Payroll feed',
  template: 'integration-deliverables',
  thirdParty: false,
  myName: 'Ana',
  party: 'CIT',
  teams: { CIT: { team: 'Acme', contacts: [{ name: 'Bo', email: 'bo@example.org', phone: '' }] } },
}

test('a draft that is taken up again is the one that was left', () => {
  expect(parseDraft(JSON.parse(JSON.stringify(draft)))).toEqual(draft)
})

test('whatever else is stored in its place reads as an empty form', () => {
  fc.assert(
    fc.property(fc.anything(), (value) => {
      const parsed = parseDraft(value)
      for (const text of [parsed.name, parsed.template, parsed.myName]) expect(typeof text).toBe('string')
      for (const { team, contacts } of Object.values(parsed.teams ?? {})) {
        expect(typeof team).toBe('string')
        for (const contact of contacts) expect(Object.keys(contact)).toEqual(['name', 'email', 'phone'])
      }
    }),
  )
})

test('a key that means something to objects stays a plain key', () => {
  const parsed = parseDraft(JSON.parse('{"teams":{"__proto__":{"team":"x","contacts":"none"}},"name":7}'))
  expect(parsed.name).toBe('')
  expect(Object.getPrototypeOf(parsed.teams)).toBe(Object.prototype)
  expect(Object.keys(parsed.teams ?? {})).toEqual(['__proto__'])
})

test('a contact of which nothing was typed is not made', () => {
  const empty = { name: ' ', email: '', phone: '' }
  const teams = { CIT: { team: 'Acme', contacts: [empty, { ...empty, phone: '1' }] } }
  expect(teamsOf({ ...draft, teams }).CIT?.contacts).toEqual([{ ...empty, phone: '1' }])
})
