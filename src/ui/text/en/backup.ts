import { bytes, plural } from '../format.ts'

/** Words about backup files: making one and taking one in. */
export const backup = {
  title: 'Backup',
  text: 'A backup is one file with your projects. Keep it somewhere safe, or use it to move them to another device or browser.',
  exportAll: 'Export everything',
  import: 'Restore from a file',
  exported: (name: string) => `The backup is in your downloads: ${name}`,
  exportedInPart: 'The backup is in your downloads, but not all of it could be read.',
  missing: (names: string) => `Missing: ${names}.`,
  inPart: (names: string) => `Only the readable part of: ${names}.`,
  exportRefusals: {
    empty: 'There is nothing to back up yet.',
    // Also said to those who keep what could not be saved, whom reloading would cost it.
    noneReadable:
      'What is stored could not be read, so no file was made. Close other tabs of Rollcall and try again.',
    tooLarge: 'Everything together is too large for one file. Export the projects one by one.',
    tooDeep: 'A project is nested too deeply for a file. Please report this.',
  },
  dialog: {
    title: 'Restore a backup',
    text: 'What is in the file is added to what is here. Nothing here is lost: a project that is in both is merged.',
    choose: 'Choose a file',
    chooseOther: 'Choose another file',
    cancel: 'Cancel',
    close: 'Done',
    working: 'Restoring',
    reading: 'Reading the file…',
    checking: (done: number, total: number) =>
      total === 0 ? 'Checking…' : `Checked ${done} of ${total} projects…`,
    saving: 'Saving…',
    doneTitle: 'Restored',
    nothing: 'Everything in this file is here already.',
    outcome: { added: 'added', merged: 'merged with what was here', unchanged: 'was here already' },
    templates: (count: number) => `${plural(count, 'template', 'templates')} added`,
    refusedTitle: 'Nothing was restored, and nothing was changed',
  },
  refusals: {
    notJson:
      'This file is not a backup: it cannot be read as one, or it is cut off. Choose the file that Rollcall made.',
    notABackup: 'This file is not a backup of Rollcall. Choose a file that Rollcall made.',
    newerVersion:
      'This backup was made by a newer version of Rollcall. Update the app here first, then try again.',
    tooLarge: {
      bytes: (limit: number) => `This file is too large: a backup has at most ${bytes(limit)}.`,
      values: () => 'This file holds more than any backup does, so it was not opened.',
      entries: (limit: number) =>
        `This file holds more than ${limit} projects or templates, so it was not opened.`,
    },
    tooDeep: 'This file is nested more deeply than any backup, so it was not opened.',
    malformed: (path: string) => `This backup is damaged at “${path}”. Try another copy of the file.`,
    unreadable: 'The browser could not read the file. It may have been moved or changed: choose it again.',
    tookTooLong: 'Checking this file took too long and was stopped. It may be damaged: try another copy.',
    checkFailed:
      'Checking this file broke down, perhaps for want of memory. Close other pages and try again.',
    cancelled: 'You stopped it.',
    notSaved: {
      quota: 'This device has no room left for it. Free some space, then try again.',
      other: 'The browser refused to store it. Close other tabs of Rollcall, reload the page and try again.',
    },
  },
} as const
