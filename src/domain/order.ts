import { generateNKeysBetween } from 'fractional-indexing'

/** Something with a place among its like: a fractional key, ties broken by id. */
export interface Placed {
  readonly id: string
  readonly order: string
}

/** Sorts by key, then by id, so that every device shows equal keys in the same order. */
export function byOrder(a: Placed, b: Placed): number {
  if (a.order !== b.order) return a.order < b.order ? -1 : 1
  return a.id < b.id ? -1 : a.id > b.id ? 1 : 0
}

/** Whether `id` already stands right after `after` (null: at the start), so that moving it there changes nothing. */
export function standsAfter(sorted: readonly Placed[], id: string, after: string | null): boolean {
  const at = sorted.findIndex((item) => item.id === id)
  return at >= 0 && (after === id || (sorted[at - 1]?.id ?? null) === after)
}

/**
 * Keys that put `count` new things after `after` (null: at the start; one that is gone: at the end) in a sorted list.
 * Where two devices inserting apart left equal keys, or a file brought malformed ones, no key exists between them: then
 * neighbours get new keys too, those that follow first (rule P2).
 */
export function placeAfter(
  sorted: readonly Placed[],
  after: string | null,
  count = 1,
): { keys: string[]; rekeyed: Placed[] } {
  const found = sorted.findIndex((item) => item.id === after)
  const at = after === null ? -1 : found < 0 ? sorted.length - 1 : found
  for (let left = at, right = at + 1; ; right < sorted.length ? right++ : left--) {
    const between = sorted.slice(left + 1, right)
    const keys = keysBetween(sorted[left]?.order, sorted[right]?.order, between.length + count)
    if (!keys) continue
    const before = at - left
    const rest = [...keys.slice(0, before), ...keys.slice(before + count)]
    const rekeyed = between.map(({ id }, index) => ({ id, order: rest[index] as string }))
    return { keys: keys.slice(before, before + count), rekeyed }
  }
}

/**
 * So many keys between two that are in order, or null where they are equal or one is malformed. Without bounds it always
 * gives keys. The library itself takes other characters than its digits for zeros, so those are told first.
 */
function keysBetween(left: string | undefined, right: string | undefined, count: number): string[] | null {
  if (![left, right].every((key) => key === undefined || /^[0-9A-Za-z]+$/.test(key))) return null
  try {
    return generateNKeysBetween(left ?? null, right ?? null, count)
  } catch {
    return null
  }
}
