import { useApp } from '../app.ts'
import { useToaster } from '../controls/Toaster.tsx'

/** Exports projects as a backup file and says how that went; the words are loaded when they are needed. */
export function createExport(): (ids: readonly string[] | 'all') => Promise<void> {
  const { backups } = useApp()
  const toaster = useToaster()
  return async (ids) => {
    const { exportFile } = await import('../exporting.ts')
    const { text, tone } = await exportFile(backups, ids)
    toaster.show({ text, tone })
  }
}
