import { plural } from '../format.ts'

/** Words of the form for a new project. */
export const newProject = {
  title: 'New project',
  back: 'Projects',
  name: 'Project name',
  nameHint: 'For instance the integration or the customer it is for.',
  template: 'Template',
  templateParts: (stages: number, lines: number) =>
    `${plural(stages, 'stage', 'stages')}, ${plural(lines, 'line', 'lines')}`,
  third: 'A third party takes part',
  thirdHint: 'Without one, its lines fall to the others. You can switch this later.',
  you: 'You',
  yourName: 'Your name',
  yourNameHint: 'Kept with each tick you make.',
  youAre: 'You are',
  teams: 'Teams and contacts',
  teamsHint: 'Can wait: everything here can be filled in later.',
  team: 'Team name',
  contact: (number: number) => `Contact ${number}`,
  contactName: 'Name',
  email: 'Email',
  phone: 'Phone',
  addContact: 'Add a contact',
  addContactTo: (code: string) => `Add a contact of ${code}`,
  removeContact: (number: number) => `Remove contact ${number}`,
  create: 'Create project',
  creating: 'Creating…',
  failed: 'The project could not be stored. What you typed is kept here: try again.',
  errors: {
    nameMissing: 'Give the project a name.',
    email: 'This is not an email address. Correct it, or leave it empty.',
  },
} as const
