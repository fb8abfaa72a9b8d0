import type { Project } from './model.ts'

/** The kinds of registers a document has. A tick's or claim's id is `line/party` and its field is `word`. */
export type Noun = 'meta' | 'party' | 'contact' | 'member' | 'stage' | 'line' | 'tick' | 'claim'

/** One value that is written whole: last writer wins. */
export interface Register {
  readonly noun: Noun
  readonly id: string
  readonly field: string
}

/** One register going from one value to another. `before` is what undo puts back. */
export interface Change extends Register {
  readonly before: unknown
  readonly after: unknown
}

/** Id of the register that holds one party's word on a line. Ids never contain a slash. */
export const wordId = (line: string, party: string): string => `${line}/${party}`

/**
 * The value a register has in a project; null where nothing was ever written.
 * Total: an unknown id gives null.
 */
export function valueAt(project: Project, { noun, id, field }: Register): unknown {
  if (noun === 'tick' || noun === 'claim') {
    const [line = '', party = ''] = id.split('/')
    const words = project.lines.get(line)?.[noun === 'tick' ? 'ticks' : 'claims']
    return words && Object.hasOwn(words, party) ? words[party] : null
  }
  const entity = entityOf(project, noun, id)
  return entity && Object.hasOwn(entity, field) ? (entity as Record<string, unknown>)[field] : null
}

function entityOf(project: Project, noun: Exclude<Noun, 'tick' | 'claim'>, id: string): object | undefined {
  switch (noun) {
    case 'meta':
      return project.meta
    case 'party':
      return project.parties.get(id)
    case 'contact':
      return project.contacts.get(id)
    case 'member':
      return project.members.get(id)
    case 'stage':
      return project.stages.get(id)
    case 'line':
      return project.lines.get(id)
  }
}

/** The change that sets a register, knowing what stands there now. */
export function change(project: Project, noun: Noun, id: string, field: string, after: unknown): Change {
  return { noun, id, field, before: valueAt(project, { noun, id, field }), after }
}

/** The changes that write all given fields of one entity. */
export function changes(
  project: Project,
  noun: Noun,
  id: string,
  fields: Readonly<Record<string, unknown>>,
): Change[] {
  return Object.entries(fields).map(([field, after]) => change(project, noun, id, field, after))
}

/** Whether two register values say the same. Values are JSON; the order of an object's keys does not count. */
export function same(a: unknown, b: unknown): boolean {
  if (a === b) return true
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return false
  if (Array.isArray(a) !== Array.isArray(b)) return false
  const left = a as Record<string, unknown>
  const right = b as Record<string, unknown>
  const keys = Object.keys(left)
  return (
    keys.length === Object.keys(right).length &&
    keys.every((key) => Object.hasOwn(right, key) && same(left[key], right[key]))
  )
}
