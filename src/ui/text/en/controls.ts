/**
 * The dictionary is the files of this folder: every sentence a person can read, in English, one file a screen, so that
 * a screen brings its own words along. A value is a string, or a function of what changes in it. Another language is
 * another folder of the same shapes.
 *
 * These are the words of the controls and of the frame that every screen shares.
 */
export const controls = {
  skip: 'Skip to the content',
  back: 'Projects',
  close: 'Close',
  cancel: 'Cancel',
  dismiss: 'Dismiss',
  notices: 'Notices',
  more: 'More',
  optional: 'optional',
  offline: 'Offline',
  offlineMeans: 'No network right now. Everything here works without one.',
  documentTitle: (page: string) => `${page} · Rollcall`,
  failed: 'That did not work. Try again.',
  update: {
    ready: 'A new version is ready',
    apply: 'Update',
    unsaved: 'Something is not saved yet, so Rollcall did not reload. Try again in a moment.',
    writing: 'Something you are writing is not kept yet. Finish it or cancel it, then update.',
    newest: 'This is the newest version.',
  },
  notLoaded: {
    title: 'Not loaded',
    heading: 'This part of Rollcall could not be loaded',
    text: 'Check the network, then try again.',
    retry: 'Try again',
  },
  broken: {
    title: 'Something went wrong',
    heading: 'Something went wrong',
    text: 'Rollcall ran into an error of its own. What you did before is stored on this device. Reload the page to go on.',
    retry: 'Reload',
    detail: (detail: string) => `For a report: ${detail}`,
  },
} as const
