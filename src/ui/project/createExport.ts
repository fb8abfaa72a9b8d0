import { useApp } from '../app.ts'
import { usePage } from './page.ts'

/**
 * Exports the project as the page has it and says how that went: `failed` where no file was made. Nothing of it is loaded
 * before it is needed.
 */
export function createExport(failed: string): () => Promise<void> {
  const { session, actions } = usePage()
  const { backups } = useApp()
  return async () => {
    try {
      const { exportFile } = await import('../exporting.ts')
      const { made, text, tone } = await exportFile(backups, [session.id])
      actions.say(made ? text : failed, undefined, tone)
    } catch {
      actions.say(failed, undefined, 'problem')
    }
  }
}
