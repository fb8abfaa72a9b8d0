import { createEffect } from 'solid-js'
import { createStore, type SetStoreFunction, unwrap } from 'solid-js/store'
import type { SetupContact } from '../../domain/template.ts'

/** What was typed for one party. */
export interface TeamDraft {
  team: string
  contacts: SetupContact[]
}

/** The form for a new project as far as it is filled in. */
export interface Draft {
  name: string
  template: string
  thirdParty: boolean
  myName: string
  /** Key of the party in the template. */
  party: string | null
  /** By the party's key. */
  teams: Record<string, TeamDraft>
}

const KEY = 'rollcall:new-project'
const text = (value: unknown): string => (typeof value === 'string' ? value : '')
const record = (value: unknown): Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value) ? { ...value } : {}

/** A draft as read from anywhere: whatever is not of the right kind is left out. */
export function parseDraft(value: unknown): Partial<Draft> {
  const given = record(value)
  const teams = Object.entries(record(given.teams)).map(([key, team]) => {
    const { contacts } = record(team)
    const people = Array.isArray(contacts) ? contacts.map(record) : []
    return [
      key,
      {
        team: text(record(team).team),
        contacts: people.map((one) => ({
          name: text(one.name),
          email: text(one.email),
          phone: text(one.phone),
        })),
      },
    ]
  })
  return {
    name: text(given.name),
    template: text(given.template),
    myName: text(given.myName),
    party: typeof given.party === 'string' ? given.party : null,
    teams: Object.fromEntries(teams),
    ...(typeof given.thirdParty === 'boolean' ? { thirdParty: given.thirdParty } : {}),
  }
}

function stored(): Partial<Draft> | null {
  try {
    const kept = sessionStorage.getItem(KEY)
    return kept === null ? null : parseDraft(JSON.parse(kept))
  } catch {
    // Blocked or damaged: the form starts empty.
    return null
  }
}

/**
 * The draft of this tab: it survives a reload and a step back, and ends with the tab or with `forget`. Where the
 * browser blocks storage it lasts as long as the page.
 */
export function createDraft(
  first: Draft,
): [Draft, SetStoreFunction<Draft>, { restored: boolean; forget(): void }] {
  const kept = stored()
  const [draft, setDraft] = createStore<Draft>({ ...first, ...kept })
  let forgotten = false
  createEffect(() => {
    const json = JSON.stringify(draft)
    if (forgotten) return
    try {
      sessionStorage.setItem(KEY, json)
    } catch {
      // Nothing is lost yet: the form itself still holds it.
    }
  })
  return [
    draft,
    setDraft,
    {
      restored: kept !== null,
      forget() {
        forgotten = true
        try {
          sessionStorage.removeItem(KEY)
        } catch {
          // Then there was none either.
        }
      },
    },
  ]
}

/** The setup's teams: what was typed, without the contacts of which nothing was. */
export function teamsOf(draft: Draft): Record<string, TeamDraft> {
  const said = (contact: SetupContact) => `${contact.name}${contact.email}${contact.phone}`.trim() !== ''
  return Object.fromEntries(
    Object.entries(unwrap(draft).teams).map(([key, { team, contacts }]) => [
      key,
      { team, contacts: contacts.filter(said) },
    ]),
  )
}
