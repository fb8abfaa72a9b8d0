/** The value that `share` of all values are at most (nearest rank). Throws where there is none. */
export function percentile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b)
  const value = sorted[Math.max(0, Math.ceil(share * sorted.length) - 1)]
  if (value === undefined) throw new Error('Nothing was measured')
  return value
}

/** The middle value. Throws where there is none. */
export const median = (values: readonly number[]): number => percentile(values, 0.5)

/**
 * How many times `of` is of `to`, where both were measured in turn: the median of the ratios of each pair, so that a
 * machine that is slow for a while is slow for both.
 */
export function ratio(of: readonly number[], to: readonly number[]): number {
  if (of.length !== to.length) throw new Error(`Pairs are missing: ${of.length} and ${to.length}`)
  return median(of.map((value, index) => value / (to[index] ?? Number.NaN)))
}
