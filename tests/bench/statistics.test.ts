import { describe, expect, it } from 'vitest'
import { median, percentile, ratio } from './statistics.ts'

describe('the statistics of the bench', () => {
  it('takes percentiles by nearest rank, whatever the order', () => {
    const values = [15, 50, 20, 40, 35]
    expect([0.05, 0.3, 0.4, 0.5, 1].map((share) => percentile(values, share))).toEqual([15, 20, 20, 35, 50])
  })

  it('takes a ratio by pairs, so that a slow while counts for both', () => {
    expect(ratio([2, 20, 3], [1, 10, 1])).toBe(2)
  })

  it('refuses to tell a figure where nothing was measured', () => {
    expect(() => median([])).toThrow('Nothing was measured')
    expect(() => ratio([1, 2], [1])).toThrow('Pairs are missing')
  })
})
