/** Lets so many a second through, and as many at once after a pause. */
export interface Bucket {
  /** 0 where one more may pass now, else the milliseconds to wait for it. */
  take(now: number): number
}

/** Makes a bucket that starts full. */
export function makeBucket(perSecond: number, burst = perSecond): Bucket {
  let tokens = burst
  let at = Number.NEGATIVE_INFINITY
  return {
    take(now) {
      if (now > at) tokens = Math.min(burst, tokens + ((now - at) / 1000) * perSecond)
      at = Math.max(at, now)
      if (tokens >= 1) {
        tokens--
        return 0
      }
      return Math.ceil(((1 - tokens) / perSecond) * 1000)
    },
  }
}

/** Counts by address and hour. */
export interface HourlyCount {
  /** Whether an address has had its share in the last hour or so. */
  spent(address: string, now: number): boolean
  add(address: string, now: number): void
}

const HOUR_MS = 3_600_000
/** More addresses than this at once are an attack from many; the oldest are forgotten rather than memory lost. */
const ADDRESSES = 100_000

/** Counts in windows of an hour, each beginning with an address's first count. */
export function makeHourlyCount(most: number): HourlyCount {
  const counts = new Map<string, { count: number; since: number }>()
  const current = (address: string, now: number) => {
    const found = counts.get(address)
    if (found && now - found.since < HOUR_MS) return found
    counts.delete(address)
    return undefined
  }
  return {
    spent: (address, now) => (current(address, now)?.count ?? 0) >= most,
    add(address, now) {
      const found = current(address, now)
      if (found) found.count++
      else counts.set(address, { count: 1, since: now })
      if (counts.size > ADDRESSES) counts.delete(counts.keys().next().value as string)
    },
  }
}
