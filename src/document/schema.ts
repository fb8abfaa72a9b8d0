import type { Noun } from '../domain/change.ts'
import { isDay } from '../domain/day.ts'
import type { Claim, Owner, Reasoned, Tick, Voice, Word } from '../domain/model.ts'
import { tidyOwner } from '../domain/owner.ts'

/** The top-level Y.Map that holds a noun's registers, under flat keys `id/field` (words: `line/party`). */
export const MAP_OF: Readonly<Record<Noun, string>> = {
  meta: 'meta',
  party: 'parties',
  contact: 'contacts',
  member: 'members',
  stage: 'stages',
  line: 'lines',
  tick: 'ticks',
  claim: 'claims',
}

/** Name of the top-level Y.Text that holds a line's note. */
export const noteName = (line: string): string => `note/${line}`

/** The line a top-level type is the note of, or null for any other type. */
export const noteLine = (name: string): string | null => (name.startsWith('note/') ? name.slice(5) : null)

/** Key of a register in its map. */
export const keyOf = (noun: Noun, id: string, field: string): string =>
  noun === 'tick' || noun === 'claim' ? id : `${id}/${field}`

/** Splits a key into the entity's id and the rest; null for a key that is not one of ours. */
export function splitKey(key: string): readonly [id: string, rest: string] | null {
  const slash = key.indexOf('/')
  return slash > 0 && slash < key.length - 1 ? [key.slice(0, slash), key.slice(slash + 1)] : null
}

// Readers of single values. They are total, because anything may stand in a document that was merged or taken in from a
// file: what is not of the expected form reads as its empty value.

export const text = (value: unknown): string => (typeof value === 'string' ? value : '')
export const flag = (value: unknown): boolean => value === true
export const number = (value: unknown, otherwise = 0): number =>
  typeof value === 'number' && Number.isFinite(value) ? value : otherwise
export const id = (value: unknown): string | null =>
  typeof value === 'string' && value !== '' ? value : null
/** An ISO day, else null, so that nothing downstream has to expect a malformed date. */
export const day = (value: unknown): string | null =>
  typeof value === 'string' && isDay(value) ? value : null
/** Milliseconds since 1970 within what a Date can hold, because formatting any other throws. */
export const time = (value: unknown): number => {
  const at = number(value)
  return Math.abs(at) <= 8.64e15 ? at : 0
}
/** A place in a list. */
export const index = (value: unknown): number =>
  Number.isSafeInteger(value) ? Math.max(0, Number(value)) : 0

export function owner(value: unknown): Owner {
  const { rule, parties } = record(value)
  const ids = Array.isArray(parties)
    ? parties.filter((party): party is string => typeof party === 'string')
    : []
  return tidyOwner({ rule: rule === 'either' ? 'either' : 'joint', parties: ids })
}

export function word(value: unknown): Word | null {
  if (typeof value !== 'object' || value === null) return null
  const { by, at } = record(value)
  return { by: voice(by), at: time(at) }
}

export function reasoned(value: unknown): Reasoned | null {
  const said = word(value)
  return said && { ...said, reason: text(record(value).reason) }
}

export function tick(value: unknown): Tick | null {
  const said = word(value)
  return said && { ...said, done: flag(record(value).done) }
}

export function claim(value: unknown): Claim | null {
  const said = word(value)
  return said && { ...said, claims: flag(record(value).claims) }
}

function voice(value: unknown): Voice {
  const { member, name, party } = record(value)
  return { member: text(member), name: text(name), party: id(party) }
}

function record(value: unknown): Record<string, unknown> {
  return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {}
}
