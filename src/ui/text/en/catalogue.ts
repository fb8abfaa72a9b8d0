/** Words of the screens about all projects: the list, a new one, templates, settings. */
export const catalogue = {} as const
