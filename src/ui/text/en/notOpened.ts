/** Words of a project that cannot be opened. */
export const notOpened = {
  back: 'Projects',
  missing: {
    title: 'No such project here',
    heading: 'This project is not on this device',
    text: 'Projects live on the device they were made on. If you have a backup file of it, restore it from the settings; if it was made in another browser, open it there and export a backup.',
    home: 'Go to your projects',
    restore: 'Restore a backup',
  },
  failed: {
    title: 'Not opened',
    heading: 'The project could not be opened',
    text: 'Nothing was changed or lost by this: what was saved here before is still on the device. Close other tabs of Rollcall, then try again.',
    detail: (detail: string) => `The browser says: ${detail}`,
    retry: 'Try again',
  },
} as const
