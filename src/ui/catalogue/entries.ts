import type { Projects } from '../../session/projects.ts'

/** A project of the list. */
export type Entry = NonNullable<ReturnType<Projects['list']>>[number]

/** The list as the screen has it: what is at hand, what is put away, what was deleted; the newest first. */
export interface Shelves {
  readonly current: readonly Entry[]
  readonly archived: readonly Entry[]
  readonly deleted: readonly Entry[]
}

/** Sorts the projects onto their shelves. */
export function shelve(list: readonly Entry[]): Shelves {
  const by = (time: (entry: Entry) => number) => (a: Entry, b: Entry) => time(b) - time(a)
  return {
    current: list.filter((one) => !one.deletedAt && !one.archivedAt).sort(by(lastTouched)),
    archived: list.filter((one) => !one.deletedAt && one.archivedAt).sort(by((one) => one.archivedAt ?? 0)),
    deleted: list.filter((one) => one.deletedAt).sort(by((one) => one.deletedAt ?? 0)),
  }
}

/** When a project was last opened or changed here. */
export const lastTouched = (entry: Entry): number => Math.max(entry.openedAt, entry.changedAt)

/** The words looked for, lower-cased. */
export const wordsOf = (text: string): readonly string[] => text.toLowerCase().split(/\s+/).filter(Boolean)

const holds = (text: string, words: readonly string[]): boolean => words.every((word) => text.includes(word))

/** My open lines of a project that a search finds: all of them where the project itself is meant. */
export function linesFound(entry: Entry, words: readonly string[]): Entry['myOpen'] {
  if (words.length === 0 || holds(entry.search, words)) return entry.myOpen
  return entry.myOpen.filter((line) => holds(line.text.toLowerCase(), words))
}

/** Whether a search finds a project by its name, parties, stages or one of my open lines. */
export function found(entry: Entry, words: readonly string[]): boolean {
  return holds(entry.search, words) || linesFound(entry, words).length > 0
}
