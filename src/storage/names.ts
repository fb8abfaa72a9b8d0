/** Name of the database with the tables of this device. */
export const CATALOGUE_NAME = 'rollcall'

/** Name of a project's y-indexeddb database, of its Web Lock, and of the channel its tabs talk on (sync/tabs.ts). */
export const databaseName = (project: string): string => `rollcall:${project}`
