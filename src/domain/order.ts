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

/**
 * Keys that put `count` new things after `after` (null: at the start) in a sorted list, together with new keys for the
 * neighbours where two devices inserting apart left equal or malformed ones, between which no key exists.
 */
export function placeAfter(sorted: readonly Placed[], after: string | null, count = 1): { keys: string[]; rekeyed: Placed[] } {
  const at = after === null ? -1 : sorted.findIndex((item) => item.id === after)
  const left = sorted[at]?.order ?? null
  const right = sorted[at + 1]?.order ?? null
  try {
    // The library takes its bounds in either order; a list out of order means a malformed key.
    if (left !== null && right !== null && left >= right) throw new RangeError(`no key between ${left} and ${right}`)
    return { keys: generateNKeysBetween(left, right, count), rekeyed: [] }
  } catch {
    const fresh = generateNKeysBetween(null, null, sorted.length + count)
    const keys = fresh.slice(at + 1, at + 1 + count)
    const rest = [...fresh.slice(0, at + 1), ...fresh.slice(at + 1 + count)]
    const rekeyed = sorted.map((item, index) => ({ id: item.id, order: rest[index] as string }))
    return { keys, rekeyed: rekeyed.filter((item, index) => item.order !== sorted[index]?.order) }
  }
}
