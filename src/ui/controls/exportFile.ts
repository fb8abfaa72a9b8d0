import type { Backups, ExportReport } from '../../session/backup.ts'
import { backup as t } from '../text/en/backup.ts'
import { saveFile } from './saveFile.ts'

/** What came of an export, in words. */
export interface Exported {
  readonly text: string
  readonly tone: 'plain' | 'problem'
}

/**
 * Exports projects as a backup file, hands it to the person, and gives what to say: also what is not in the file, or only
 * in part. To be loaded when it is needed, as no screen needs its words to appear.
 */
export async function exportFile(backups: Backups, ids: readonly string[] | 'all'): Promise<Exported> {
  const report = await backups.exportBackup(ids)
  if ('refused' in report) return { text: t.exportRefusals[report.refused], tone: 'problem' }
  saveFile(report.file)
  return { text: wordsOf(report), tone: report.left.length > 0 ? 'problem' : 'plain' }
}

function wordsOf({ file, left }: ExportReport): string {
  const named = (partly: boolean) => left.filter((one) => one.partly === partly).map(({ name }) => name)
  const [without, inPart] = [named(false), named(true)]
  if (left.length === 0) return t.exported(file.name)
  return [
    t.exportedInPart,
    ...(without.length > 0 ? [t.missing(without.join(', '))] : []),
    ...(inPart.length > 0 ? [t.inPart(inPart.join(', '))] : []),
  ].join(' ')
}
