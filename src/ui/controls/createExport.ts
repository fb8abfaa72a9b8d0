import { useApp } from '../app.ts'
import { useToaster } from '../controls/Toaster.tsx'
import { controls } from '../text/en/controls.ts'

/** Exports projects as a backup file and says how that went; the words are loaded when they are needed. */
export function createExport(): (ids: readonly string[] | 'all') => Promise<void> {
  const { backups } = useApp()
  const toaster = useToaster()
  return async (ids) => {
    // Rejects where its code does not come, now or later.
    const made = await import('../exporting.ts')
      .then(({ exportFile }) => exportFile(backups, ids))
      .catch(() => null)
    toaster.show(made ?? { text: controls.failed, tone: 'problem' })
  }
}
