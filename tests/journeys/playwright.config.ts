import { configure, desktop, phone } from '../support/playwright.ts'

/** Filling the worker's cache is a third of a short test's time; the tests about the worker allow it. */
const withoutWorker = { serviceWorkers: 'block' } as const

export default configure(import.meta.dirname, {
  // Tests wait for a browser more than they compute: three at a time keep two processors busy.
  workers: 3,
  projects: [
    { name: 'phone', use: { ...phone, ...withoutWorker } },
    { name: 'desktop', use: { ...desktop, ...withoutWorker }, testIgnore: '**/touch.spec.ts' },
    // Each storage fault once; the long form is `npm run test:faults`.
    {
      name: 'faults',
      testDir: '../faults',
      testMatch: ['**/short.spec.ts', '**/broken.spec.ts', '**/leaving.spec.ts'],
    },
  ],
})
