import type { Change, Register } from './change.ts'
import type { ContactId, LineId, Owner, PartyId, StageId, Voice } from './model.ts'

/** What a command needs from outside: the time (ms since 1970), fresh ids and who speaks. */
export interface Env {
  readonly now: number
  readonly newId: () => string
  readonly me: Voice
}

/** Everything a person can do to a project, grouped by noun. Notes are edited as collaborative text instead. */
export type Command =
  | { readonly kind: 'renameProject'; readonly name: string }
  | { readonly kind: 'setThirdParty'; readonly takesPart: boolean }
  | { readonly kind: 'introduce'; readonly name: string; readonly party: PartyId | null }
  | { readonly kind: 'tick'; readonly line: LineId; readonly party: PartyId; readonly done: boolean }
  | { readonly kind: 'claim'; readonly line: LineId; readonly party: PartyId; readonly claims: boolean }
  | {
      readonly kind: 'addLine'
      readonly stage: StageId
      readonly after: LineId | null
      readonly text: string
      readonly owner: Owner
    }
  | { readonly kind: 'rewordLine'; readonly line: LineId; readonly text: string }
  | {
      readonly kind: 'moveLine'
      readonly line: LineId
      readonly stage: StageId
      readonly after: LineId | null
    }
  | { readonly kind: 'reownLine'; readonly line: LineId; readonly owner: Owner }
  | { readonly kind: 'setConditional'; readonly line: LineId; readonly conditional: boolean }
  | { readonly kind: 'setDue'; readonly line: LineId; readonly due: string | null }
  | { readonly kind: 'nameContact'; readonly line: LineId; readonly contact: ContactId | null }
  | { readonly kind: 'setNotApplicable'; readonly line: LineId; readonly reason: string | null }
  | { readonly kind: 'setBlocked'; readonly line: LineId; readonly reason: string | null }
  | { readonly kind: 'removeLine'; readonly line: LineId }
  | { readonly kind: 'addStage'; readonly after: StageId | null; readonly title: string }
  | { readonly kind: 'renameStage'; readonly stage: StageId; readonly title: string }
  | { readonly kind: 'moveStage'; readonly stage: StageId; readonly after: StageId | null }
  | { readonly kind: 'setGate'; readonly stage: StageId; readonly gate: boolean }
  | { readonly kind: 'removeStage'; readonly stage: StageId }
  | ({ readonly kind: 'addParty'; readonly after: PartyId | null } & PartyFields)
  | ({ readonly kind: 'editParty'; readonly party: PartyId } & Partial<PartyFields>)
  | { readonly kind: 'moveParty'; readonly party: PartyId; readonly after: PartyId | null }
  | { readonly kind: 'removeParty'; readonly party: PartyId }
  | ({ readonly kind: 'addContact'; readonly party: PartyId } & ContactFields)
  | ({ readonly kind: 'editContact'; readonly contact: ContactId } & Partial<ContactFields>)
  | { readonly kind: 'removeContact'; readonly contact: ContactId }
  | { readonly kind: 'undo'; readonly changes: readonly Change[] }

export interface PartyFields {
  readonly code: string
  readonly role: string
  readonly team: string
  readonly colour: number
  readonly third: boolean
}

export interface ContactFields {
  readonly name: string
  readonly email: string
  readonly phone: string
  readonly note: string
  readonly backup: boolean
}

/** Why a command does nothing. An expected answer, shown to the person; never an exception. */
export type Refusal =
  | { readonly refused: 'unknown'; readonly what: string; readonly id: string }
  | { readonly refused: 'empty'; readonly field: string }
  | { readonly refused: 'tooLong'; readonly field: string; readonly limit: number }
  | { readonly refused: 'badDate'; readonly value: string }
  | { readonly refused: 'noOwner'; readonly line: LineId }
  | { readonly refused: 'notOwner'; readonly line: LineId; readonly party: PartyId }
  | { readonly refused: 'notApplicable'; readonly line: LineId }
  | { readonly refused: 'takenByOther'; readonly line: LineId; readonly party: PartyId }
  | { readonly refused: 'twoClaims'; readonly line: LineId; readonly parties: readonly PartyId[] }
  | { readonly refused: 'changedSince'; readonly register: Register; readonly by: Voice | null }
  | { readonly refused: 'readOnly' }
  /** By a session that was closed: nothing would store it. */
  | { readonly refused: 'closed' }

/** What `decide` answers: the changes to write (none: nothing to do), or why not. */
export type Decision = readonly Change[] | Refusal

/** Tells a refusal from changes. */
export const isRefusal = (decision: Decision): decision is Refusal => !Array.isArray(decision)

/** Longest text of a line and of a name, in UTF-16 units: generous for people, a bound for hostile input. */
export const TEXT_LIMIT = 4000
export const NAME_LIMIT = 200

/**
 * Text as stored: no white space around it, Unicode NFC, line breaks and control characters as spaces. Half a surrogate
 * pair becomes U+FFFD, as it would on the way to another device, which must not read something else than this one.
 */
export const trimmed = (text: string): string =>
  text
    .toWellFormed()
    .normalize('NFC')
    .replace(/[\p{Cc}\u2028\u2029]+/gu, ' ')
    .trim()

/** The stored form of a text a person must give, or why it cannot be taken. */
export function required(text: string, field: string, limit = NAME_LIMIT): string | Refusal {
  const value = trimmed(text)
  if (value === '') return { refused: 'empty', field }
  return value.length > limit ? { refused: 'tooLong', field, limit } : value
}
