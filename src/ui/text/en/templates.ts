import { plural } from '../format.ts'

/** Words of the list of templates. */
export const templates = {
  title: 'Templates',
  back: 'Projects',
  intro: 'A template is a table of parties, stages and lines to start projects from.',
  builtIn: 'Built in',
  parts: (stages: number, lines: number) =>
    `${plural(stages, 'stage', 'stages')}, ${plural(lines, 'line', 'lines')}`,
  look: 'Look inside',
  use: 'Use it',
  useOf: (name: string) => `Use ${name}`,
  menu: (name: string) => `More about ${name}`,
  rename: 'Rename…',
  renameTitle: 'Rename the template',
  name: 'Template name',
  nameMissing: 'Give it a name.',
  save: 'Save',
  delete: 'Delete',
  deleted: (name: string) => `Deleted the template “${name}”`,
  undo: 'Undo',
  gate: 'Gate: everything up to here has to be done before the next stage',
  conditional: 'Only when a third party takes part',
  joint: 'jointly',
  either: 'either',
  noLines: 'No lines.',
  own: 'To make your own, set up a project as you like it and choose “Save as template” from its menu.',
} as const
