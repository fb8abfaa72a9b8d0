/** Words of the controls that every screen shares. */
export const controls = {
  appName: 'Rollcall',
  skip: 'Skip to the content',
  back: 'Back',
  close: 'Close',
  cancel: 'Cancel',
  undo: 'Undo',
  dismiss: 'Dismiss',
  notices: 'Notices',
  more: 'More',
  optional: 'optional',
  documentTitle: (page: string) => `${page} · Rollcall`,
} as const
