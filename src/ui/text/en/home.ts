import { plural } from '../format.ts'

/** Words of the project list. */
export const home = {
  title: 'Projects',
  newProject: 'New project',
  openExample: 'Open an example',
  templates: 'Templates',
  settings: 'Settings',
  loading: 'Opening your projects…',
  search: 'Search projects and your lines',
  noMatch: (text: string) => `Nothing here matches “${text}”.`,
  clearSearch: 'Clear the search',
  empty: {
    title: 'Who owes what, ticked off together',
    text: 'Make a project from a table of responsibilities and tick it off line by line, with or without a network.',
    allAway: 'All your projects are archived or deleted; they are listed below.',
    restore: 'Restore a backup',
  },
  card: {
    menu: (name: string) => `More about ${name}`,
    open: 'Open',
    duplicate: 'Duplicate…',
    archive: 'Archive',
    unarchive: 'Move back to the list',
    template: 'Save as template…',
    backup: 'Export a backup',
    delete: 'Delete',
    parties: 'Parties',
    you: 'you',
    progress: (name: string) => `Progress of ${name}`,
    stages: 'Progress by stage',
    of: (passed: number, all: number) => `${passed} of ${all}`,
    lines: (passed: number, all: number) =>
      all === 0
        ? 'No lines yet'
        : passed === all
          ? `All ${plural(all, 'line', 'lines')} done`
          : `${passed} of ${all} done`,
    mine: (count: number) => `${count} open for you`,
    changed: (when: string) => `Changed ${when}`,
    opened: (when: string) => `Opened ${when}`,
  },
  mine: {
    title: 'My open lines',
    none: 'No line waits for you.',
    due: (day: string) => `Due ${day}`,
    overdue: (day: string) => `Overdue since ${day}`,
    all: (count: number) => `Show all ${count}`,
    further: (count: number) => `${plural(count, 'further line', 'further lines')} in the project`,
  },
  archived: (count: number) => `Archived (${count})`,
  deleted: (count: number) => `Recently deleted (${count})`,
  deletedUntil: (when: string, until: string) => `Deleted ${when}, kept until ${until}`,
  restore: 'Restore',
  restoreOf: (name: string) => `Restore ${name}`,
  toast: {
    deleted: (name: string) => `Deleted “${name}”`,
    restored: (name: string) => `“${name}” is back in the list`,
    archived: (name: string) => `Archived “${name}”`,
    unarchived: (name: string) => `“${name}” is back in the list`,
    duplicated: (name: string) => `Made “${name}” with all ticks cleared`,
    templated: (name: string) => `Saved the template “${name}”`,
    undo: 'Undo',
    open: 'Open',
    look: 'Look',
  },
  ask: {
    duplicate: 'Duplicate the project',
    duplicateHint: 'Keeps teams, contacts, lines, notes and due dates. All ticks are cleared.',
    duplicateDo: 'Duplicate',
    copyOf: (name: string) => `${name} (copy)`,
    projectName: 'Project name',
    template: 'Save as template',
    templateHint:
      'The template keeps parties, stages and lines. Teams, contacts, dates and ticks stay behind.',
    templateDo: 'Save',
    templateName: 'Template name',
    nameMissing: 'Give it a name.',
  },
  fault: {
    title: 'Rollcall cannot store anything here',
    quota: 'This device has no room left. Free some space, then reload the page.',
    blocked: 'Another tab of Rollcall holds the storage. Close the other tabs, then reload the page.',
    closed: 'The browser closed its storage. Reload the page.',
    unavailable:
      'The browser does not let this page store data, which happens in private windows or when site data is blocked. Open Rollcall in a normal window, or allow site data for it.',
    corrupt: 'The stored list is damaged. Reload the page; if that does not help, restore a backup.',
    unknown: 'The browser refused to open its storage. Reload the page.',
    reload: 'Reload',
  },
} as const
