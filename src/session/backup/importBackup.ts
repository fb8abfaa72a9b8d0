import type { BackupParts, ImportOptions, ImportRefusal, ImportReport } from './contract.ts'

/** Not made yet. */
export async function importBackup(
  _file: Blob,
  _options: ImportOptions,
  _parts: BackupParts,
): Promise<ImportReport | ImportRefusal> {
  return { refused: 'notABackup' }
}
