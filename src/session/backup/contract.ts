import type { BackupRefusal } from '../../exchange/backup/format.ts'
import type { Catalogue } from '../../storage/catalogue.ts'
import type { Database } from '../../storage/database.ts'
import type { Fault } from '../../storage/faults.ts'

/** What backups are made from and taken into. */
export interface BackupParts {
  readonly database: Database
  readonly catalogue: Catalogue
  /** The projects open on this page: their own state is exported, since it holds what could not be saved. */
  readonly sessions: { find(id: string): OpenProject | undefined }
  /** Milliseconds since 1970. */
  readonly now: () => number
}

/** An open session, as far as a backup needs it. */
export interface OpenProject {
  readonly id: string
  encode(): Uint8Array
  /** Why that is only a part of what is stored; null where it is all. */
  unread(): Fault | null
}

/**
 * A file to keep. `left` names projects that could not be read and are therefore not in it, or, where `partly`, in it
 * with what could be read of them; say so.
 */
export interface ExportReport {
  readonly file: File
  readonly left: readonly LeftOut[]
}

export interface LeftOut {
  readonly id: string
  readonly name: string
  readonly fault: Fault
  readonly partly: boolean
}

/** Why no file was made: nothing could be read, or the file would be one that cannot be taken in again. */
export type ExportRefusal =
  | { readonly refused: 'noneReadable'; readonly fault: Fault }
  | { readonly refused: 'empty' }
  | Extract<BackupRefusal, { refused: 'tooLarge' | 'tooDeep' }>

/** How far taking in a file got. Only `checking` counts: projects checked, of all in the file. */
export interface ImportProgress {
  readonly step: 'reading' | 'checking' | 'saving'
  readonly done: number
  readonly total: number
}

/** What taking in a file did. `added` projects are new in the list or back from the deleted ones. */
export interface ImportReport {
  readonly projects: readonly {
    readonly id: string
    readonly name: string
    readonly outcome: 'added' | 'merged' | 'unchanged'
  }[]
  readonly templates: { readonly added: number; readonly unchanged: number }
}

/** Why a file was not taken in. Whatever it says, nothing was changed. */
export type ImportRefusal =
  | BackupRefusal
  /** The browser could not read the file: moved, changed or not permitted. */
  | { readonly refused: 'unreadable' }
  /** Checking made no progress for so many seconds and was stopped. */
  | { readonly refused: 'tookTooLong'; readonly seconds: number }
  /** Checking broke down, for instance because memory ran out. */
  | { readonly refused: 'checkFailed'; readonly detail: string }
  | { readonly refused: 'cancelled' }
  | { readonly refused: 'notSaved'; readonly fault: Fault }

export interface ImportOptions {
  /** Stops checking. Once saving has begun it has no effect any more. */
  readonly signal?: AbortSignal
  readonly onProgress?: (progress: ImportProgress) => void
}
