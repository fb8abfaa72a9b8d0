import { configure, desktop, phone } from '../support/playwright.ts'

export default configure(import.meta.dirname, {
  projects: [
    { name: 'phone', use: phone },
    { name: 'desktop', use: desktop },
  ],
})
