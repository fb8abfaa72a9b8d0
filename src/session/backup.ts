import type {
  BackupParts,
  ExportRefusal,
  ExportReport,
  ImportOptions,
  ImportRefusal,
  ImportReport,
} from './backup/contract.ts'

export type {
  ExportRefusal,
  ExportReport,
  ImportProgress,
  ImportRefusal,
  ImportReport,
} from './backup/contract.ts'

/** Backups of what is on this device; the format is described in docs/BACKUP.md. */
export interface Backups {
  /** One file with the given projects, or with all that are not deleted and the own templates. Never rejects. */
  exportBackup(ids: readonly string[] | 'all'): Promise<ExportReport | ExportRefusal>
  /** Takes a file in, all of it or nothing; what is here already is merged with it. Never rejects. */
  importBackup(file: Blob, options?: ImportOptions): Promise<ImportReport | ImportRefusal>
}

/** Backups of the given parts. Their code is loaded when first used: no screen needs it to appear. */
export function makeBackups(parts: BackupParts): Backups {
  return {
    exportBackup: async (ids) => (await import('./backup/exportBackup.ts')).exportBackup(ids, parts),
    importBackup: async (file, options = {}) =>
      (await import('./backup/importBackup.ts')).importBackup(file, options, parts),
  }
}
