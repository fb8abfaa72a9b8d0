import { useApp } from '../app.ts'
import { saveFile } from '../controls/saveFile.ts'
import { useToaster } from '../controls/Toaster.tsx'

/** Exports projects as a backup file and says how that went; the words are loaded when they are needed. */
export function createExport(): (ids: readonly string[] | 'all') => Promise<void> {
  const { backups } = useApp()
  const toaster = useToaster()
  return async (ids) => {
    const [report, { backup: t }] = await Promise.all([
      backups.exportBackup(ids),
      import('../text/en/backup.ts'),
    ])
    if ('refused' in report) {
      toaster.show({ text: t.exportRefusals[report.refused], tone: 'problem' })
      return
    }
    saveFile(report.file)
    const left = report.left.map((project) => project.name).join(', ')
    if (left === '') toaster.show({ text: t.exported(report.file.name) })
    else toaster.show({ text: t.exportedWithout(left), tone: 'problem' })
  }
}
