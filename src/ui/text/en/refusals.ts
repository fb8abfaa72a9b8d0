import { listed } from './project.ts'

/** Why something was not done, and what to do instead. One sentence or two each. */
export const refusals = {
  unknown: (what: string) => `This ${what} was removed meanwhile, so nothing was changed.`,
  empty: (field: string) => `Give the ${field}: it cannot be empty.`,
  tooLong: (field: string, limit: number) => `The ${field} is too long. At most ${limit} characters fit.`,
  badDate: (value: string) => `“${value}” is not a day of the calendar.`,
  noOwner: 'Nobody owns this line yet. Give it an owner first.',
  notOwner: (party: string) => `${party} does not own this line, so it cannot speak for it.`,
  notApplicable: 'This line is not applicable. Make it apply again before ticking it.',
  notApplicableByCondition:
    'This line only holds when a third party takes part. Switch that on in the project menu.',
  takenByOther: (party: string) => `${party} took this line. It has to withdraw first.`,
  twoClaims: (parties: readonly string[]) =>
    `${listed(parties)} took this line at the same time. One of them has to withdraw first.`,
  changedSince: (who: string | null) =>
    who === null
      ? 'This was changed since, so it was not undone.'
      : `${who} changed this since, so it was not undone.`,
  readOnly: 'This project was written by a newer version of Rollcall. Update the app to change it.',
  closed: 'This project is closed. Open it again to change it.',
  someone: 'Someone',
  speaker: (name: string, code: string | null) => (code === null ? name : `${name} (${code})`),
} as const
