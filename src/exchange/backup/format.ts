import type { Template } from '../../domain/template.ts'

// What a backup file may be at most. The reasons stand in docs/BACKUP.md; reading refuses what is beyond, and writing
// refuses to make it, so that no file is made that cannot be taken in again.

/** The `format` every backup file names. */
export const FORMAT = 'rollcall-backup'

/** The version of the format this code writes, and the newest it reads. */
export const VERSION = 1

/** Bytes of the whole file. */
export const FILE_LIMIT = 64 * 1024 * 1024

/** Objects and arrays inside each other: the file's own form needs 10. */
export const DEPTH_LIMIT = 32

/** Values in the whole file: members, elements, objects and arrays. */
export const VALUE_LIMIT = 4_000_000

/** Projects, and own templates, in one file. */
export const COUNT_LIMIT = 10_000

/** UTF-16 units of a string in a template. */
export const STRING_LIMIT = 20_000

/** A project as it stands in a file, ready to be decoded. */
export interface StoredProject {
  readonly id: string
  /** The member this device spoke as. */
  readonly me: string | null
  /** Milliseconds since 1970; null while the project is not archived. */
  readonly archivedAt: number | null
  /** The whole document as one Yjs V1 update, not yet decoded: it may be hostile. */
  readonly update: Uint8Array
}

/** What a backup file holds. */
export interface Backup {
  readonly projects: readonly StoredProject[]
  readonly templates: readonly Template[]
}

/** Why a text is not taken for a backup. */
export type BackupRefusal =
  | { readonly refused: 'notJson' }
  | { readonly refused: 'notABackup' }
  /** Of the file's format or of a document in it. */
  | { readonly refused: 'newerVersion'; readonly version: number }
  /** In bytes, in values or in entries, as `what` says. */
  | { readonly refused: 'tooLarge'; readonly what: 'bytes' | 'values' | 'entries'; readonly limit: number }
  | { readonly refused: 'tooDeep'; readonly limit: number }
  /** `path` names the place, as in `projects.3.update`. */
  | { readonly refused: 'malformed'; readonly path: string }
