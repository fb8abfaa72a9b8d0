import { configure, desktop, phone } from '../support/playwright.ts'

export default configure(import.meta.dirname, {
  // A step that cannot be taken says so soon, rather than at the end of the test's time.
  use: { actionTimeout: 10_000 },
  projects: [
    { name: 'phone', use: phone },
    { name: 'desktop', use: desktop },
    // Each storage fault once; the long form is `npm run test:faults`.
    { name: 'faults', testDir: '../faults', testMatch: ['**/short.spec.ts', '**/broken.spec.ts', '**/leaving.spec.ts'] },
  ],
})
