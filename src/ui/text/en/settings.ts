import { bytes } from '../format.ts'

/** Words of the settings. */
export const settings = {
  title: 'Settings',
  back: 'Projects',
  used: (used: number, allowed: number) =>
    `${bytes(used)} used of about ${bytes(allowed)} the browser allows.`,
  deleted: 'Recently deleted',
  deletedNone: 'Nothing was deleted in the last 30 days.',
  you: 'You',
  yourName: 'Your name',
  yourNameHint: 'Proposed when you start a project on this device.',
  look: 'Look',
  theme: 'Theme',
  themes: { system: 'As device', light: 'Light', dark: 'Dark' },
  about: 'About',
  aboutText: 'Rollcall keeps everything on this device and sends nothing anywhere.',
  update: 'Update to the new version',
} as const
