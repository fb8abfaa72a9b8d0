import { configure } from '../support/playwright.ts'

// What takes minutes: browsers killed in the middle of work, disks that are full. Faults disturb each other's
// timing, so they run one after the other.
export default configure(import.meta.dirname, {
  workers: 1,
  timeout: 120_000,
  testIgnore: '**/short.spec.ts',
})
