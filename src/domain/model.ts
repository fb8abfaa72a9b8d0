/**
 * The words of a project as plain readonly data. Each entity's fields carry the names under which the document
 * stores them (see change.ts), so that a change and its undo can be told from these values alone.
 */

export type PartyId = string
export type StageId = string
export type LineId = string
export type ContactId = string
export type MemberId = string

/** Who said something: the member, the name they used then, and the party they spoke as (null: none chosen). */
export interface Voice {
  readonly member: MemberId
  readonly name: string
  readonly party: PartyId | null
}

/** Something said by someone at a time (`at`: milliseconds since 1970). */
export interface Word {
  readonly by: Voice
  readonly at: number
}

/** A word with the reason given for it: "not applicable because", "blocked because". */
export interface Reasoned extends Word {
  readonly reason: string
}

/** Owner of a line as stored (rule O1): one party, several jointly, or either of several. Never rewritten by a condition. */
export interface Owner {
  readonly rule: 'one' | 'joint' | 'either'
  readonly parties: readonly PartyId[]
}

/** One party's word that its part of a line is done or open again (rule T1). */
export interface Tick extends Word {
  readonly done: boolean
}

/** A party's word that it takes an *either* line, or takes it no longer (rule T2). */
export interface Claim extends Word {
  readonly claims: boolean
}

export interface Party {
  readonly id: PartyId
  readonly code: string
  readonly role: string
  readonly team: string
  /** Index into the palette of party colours; the code's letters always stand beside the colour. */
  readonly colour: number
  /** True for a party that drops out when no third party takes part. */
  readonly third: boolean
  readonly order: string
  readonly removed: Word | null
}

export interface Contact {
  readonly id: ContactId
  readonly party: PartyId
  readonly name: string
  readonly email: string
  readonly phone: string
  readonly note: string
  readonly backup: boolean
  readonly removed: Word | null
}

export interface Member {
  readonly id: MemberId
  readonly name: string
  readonly party: PartyId | null
}

export interface Stage {
  readonly id: StageId
  readonly title: string
  /** True where everything up to and with this stage has to be passed before the next one opens (rule G1). */
  readonly gate: boolean
  readonly order: string
  readonly removed: Word | null
}

/** One responsibility. */
export interface Line {
  readonly id: LineId
  readonly stage: StageId
  readonly order: string
  readonly text: string
  readonly owner: Owner
  /** Holds only when a third party takes part. */
  readonly conditional: boolean
  /** ISO day, `2026-05-03`, or null. */
  readonly due: string | null
  /** The contact named on this line, if it names one. */
  readonly contact: ContactId | null
  /** The line whose named contact this line concerns ("the contact named in Discovery"). */
  readonly contactOf: LineId | null
  readonly notApplicable: Reasoned | null
  readonly blocked: Reasoned | null
  readonly removed: Word | null
  /** The shared note, as text. Edited as collaborative text, not by changes. */
  readonly note: string
  readonly ticks: Readonly<Record<PartyId, Tick>>
  readonly claims: Readonly<Record<PartyId, Claim>>
}

/** What a merge left behind that no single edit would have: shown, never thrown. */
export type Problem =
  | { readonly kind: 'lineWithoutStage'; readonly line: LineId }
  | { readonly kind: 'unknownOwner'; readonly line: LineId; readonly party: PartyId }

/** The facts about the project itself. */
export interface Meta {
  readonly name: string
  readonly thirdParty: boolean
  readonly createdAt: number
  /** Major number of the document's layout; a newer one opens read-only. */
  readonly schema: number
}

/**
 * One project as read from its document. Maps hold removed entities too (undo and history need their names); the
 * orders hold the ones that stand.
 */
export interface Project {
  readonly id: string
  readonly meta: Meta
  readonly parties: ReadonlyMap<PartyId, Party>
  readonly contacts: ReadonlyMap<ContactId, Contact>
  readonly members: ReadonlyMap<MemberId, Member>
  readonly stages: ReadonlyMap<StageId, Stage>
  readonly lines: ReadonlyMap<LineId, Line>
  readonly partyOrder: readonly PartyId[]
  readonly stageOrder: readonly StageId[]
  /** Lines of each standing stage in order; under STRAY those whose stage is gone. */
  readonly lineOrder: ReadonlyMap<StageId, readonly LineId[]>
  readonly problems: readonly Problem[]
}

/** Key of `lineOrder` for lines whose stage was removed or never arrived. */
export const STRAY = ''

/** The document layout this code writes; a document with a larger number opens read-only. */
export const SCHEMA = 1
