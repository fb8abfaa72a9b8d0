import type { BackupParts, ExportRefusal, ExportReport } from './contract.ts'

/** Not made yet. */
export async function exportBackup(
  _ids: readonly string[] | 'all',
  _parts: BackupParts,
): Promise<ExportReport | ExportRefusal> {
  return { refused: 'empty' }
}
