/** Words of the project page's first screen. What opens later has its own groups: line.ts, manage.ts. */

/** A text, cut where it is long; between characters, never through one that takes two UTF-16 units. */
export const cut = (text: string, limit = 48): string => {
  const characters = [...text]
  if (characters.length <= limit) return text
  const beginning = characters.slice(0, limit - 2).join('')
  return `${beginning.trimEnd()}…`
}

/** A text in quotation marks, cut where it is long. */
export const quoted = (text: string): string => `“${cut(text)}”`

/** "CIT", "CIT and TPA", "CIT, TPA and PCTY". */
export const listed = (codes: readonly string[], word = 'and'): string =>
  codes.length < 2 ? (codes[0] ?? '') : `${codes.slice(0, -1).join(', ')} ${word} ${codes.at(-1)}`

const lines = (count: number): string => (count === 1 ? '1 line' : `${count} lines`)

export const project = {
  back: 'Projects',
  loading: 'Opening the project…',
  stillLoading: 'Still opening…',
  nameless: { text: 'What you tick carries no name yet.', action: 'Say who you are' },
  newer:
    'This project was written by a newer version of Rollcall. You can read it here; to change it, update the app first.',
  deleted: { text: 'This project is deleted: after 30 days it is gone for good.', restore: 'Bring it back' },
  saving: { label: 'Saving', saving: 'Saving…', saved: 'Saved on this device', failed: 'Not saved' },
  unsaved: {
    quota: 'This device has no room left for Rollcall. Free some space, then try again.',
    blocked: 'Another tab of Rollcall holds the storage. Close the other tabs, then try again.',
    closed:
      'The browser closed its storage. Try again; if that does not help, keep a file and reload the page.',
    unavailable:
      'The browser does not let Rollcall store anything here, which happens in private windows. Keep a file.',
    corrupt: 'Part of what was stored here cannot be read. Keep a file of the rest, then reload the page.',
    unknown: 'The browser refused to store your last changes. Try again.',
    still: 'Your changes are still here while this page is open.',
    title: 'Not saved.',
    keep: 'Keep a file',
    retry: 'Retry',
    notKept: 'The file could not be made. Leave this page open and try again.',
  },
  undo: 'Undo',
  redo: 'Redo',
  details: 'Details',
  detailsOf: (text: string) => `Details: ${text}`,
  menu: {
    label: 'Project menu',
    rename: 'Rename…',
    third: 'A third party takes part',
    parties: 'Parties and contacts…',
    stages: 'Stages…',
    arrange: 'Arrange lines',
    arranged: 'Done arranging',
    template: 'Save as template…',
    duplicate: 'Duplicate…',
    backup: 'Export a backup',
    me: (name: string) => (name === '' ? 'You are…' : `You are ${name}…`),
    jump: 'Jump to…',
    keys: 'Keyboard shortcuts',
  },
  arranging: 'Drag a line by its handle.',
  arrangingByKey: 'Or press Alt with the up or down arrow on a line.',
  columns: { table: 'Responsibilities', stage: 'Stage', owner: 'Owner', line: 'Responsibility' },
  rail: 'Stages',
  of: (passed: number, all: number) => `${passed} of ${all}`,
  progress: (passed: number, all: number) => `${passed} of ${lines(all)} done`,
  stray: 'Without a stage',
  gate: {
    open: (count: number, next: string) => `Gate: ${lines(count)} open before ${next}`,
    passed: 'Gate passed',
    end: 'the end',
  },
  filter: {
    owner: 'Whose lines',
    all: 'All',
    mine: 'Mine',
    mineOf: (code: string) => `Mine (${code})`,
    openOnly: 'Open only',
    button: 'Filter',
    active: (what: string) => `Filter: ${what}`,
    clear: 'Show all lines',
    noneTitle: 'No line matches',
    none: (what: string) => `There is nothing to show under “${what}” right now.`,
  },
  add: 'Add',
  addLine: 'Add a line',
  addTo: (stage: string) => `Add a line to ${stage}`,
  emptyStage: 'No lines yet.',
  empty: {
    title: 'No stages yet',
    text: 'A project is a table of stages and who does what in them.',
    add: 'Add a stage',
  },
  owner: {
    joint: (codes: readonly string[]) => `${listed(codes)} jointly`,
    either: (codes: readonly string[]) => `either ${listed(codes, 'or')}`,
    none: 'no owner',
    noneShort: 'No owner',
    eitherShort: 'either',
    took: (code: string) => `${code} took it`,
    tickFor: (party: string) => `Tick for ${party}`,
  },
  state: {
    open: 'open',
    done: 'done',
    part: (done: readonly string[], waiting: readonly string[]) =>
      `ticked by ${listed(done)}, waiting for ${listed(waiting)}`,
    unclaimed: 'not taken yet',
    claimed: (code: string) => `taken by ${code}`,
    twoClaims: (codes: readonly string[]) => `taken by ${listed(codes)} both`,
    notApplicable: 'not applicable',
    blocked: 'blocked',
  },
  lineName: (text: string, owner: string, state: string) => `${text}, ${owner}, ${state}`,
  flag: {
    due: (day: string) => `Due ${day}`,
    overdue: (day: string) => `Overdue since ${day}`,
    blocked: (reason: string) => `Blocked: ${reason}`,
    notApplicable: (reason: string) => `Not applicable: ${reason}`,
    byCondition: 'Not applicable: no third party takes part',
    note: 'Note',
    contact: (name: string) => `Contact: ${name}`,
    goesTo: (name: string, stage: string) => `Goes to ${name}, named in ${stage}`,
    twoClaims: (codes: readonly string[]) => `${listed(codes)} both took it`,
    noOwner: 'Nobody owns this line',
  },
  jump: { action: 'Action', stage: 'Stage' },
  notExported: 'The backup could not be made. Try again.',
  duplicated: (name: string) => `Made ${quoted(name)} with all ticks cleared.`,
  templated: (name: string) => `Saved the template ${quoted(name)}.`,
  open: 'Open',
  failedAction: 'That did not work. Try again.',
} as const
