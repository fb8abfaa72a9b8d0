/** Words about the data on this device and about installing, on the list and in the settings. */
export const device = {
  title: 'Data on this device',
  kept: 'Your projects are kept on this device, and the browser has promised not to clear them.',
  evictable: 'Your projects are kept on this device. The browser may clear them when space runs short.',
  unknown: 'Your projects are kept on this device.',
  keep: 'Keep it safe',
  refused:
    'The browser does not promise it yet. It usually does once Rollcall is installed; until then, keep a backup file.',
  insecure:
    'This page is open over plain http, so the browser neither keeps the app for use without a network nor protects its data. Open it over https.',
  install: 'Install',
  installText: 'Installed, Rollcall opens from the home screen and its data is safer.',
  installed: 'Rollcall is installed on this device.',
  ios: {
    how: 'How to install',
    title: 'Install on iPhone or iPad',
    steps: [
      'Tap the share button of the browser.',
      'Choose “Add to Home Screen”.',
      'Open Rollcall from the home screen. It starts with its own, empty data: move your projects there with a backup file.',
    ],
  },
} as const
