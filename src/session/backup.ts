import type {
  BackupParts,
  ExportRefusal,
  ExportReport,
  ImportOptions,
  ImportRefusal,
  ImportReport,
} from './backup/contract.ts'
import { exportBackup } from './backup/exportBackup.ts'
import { importBackup } from './backup/importBackup.ts'

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

export function makeBackups(parts: BackupParts): Backups {
  return {
    exportBackup: (ids) => exportBackup(ids, parts),
    importBackup: (file, options = {}) => importBackup(file, options, parts),
  }
}
