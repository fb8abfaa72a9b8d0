import { useApp } from '../app.ts'
import { controls } from '../text/en/controls.ts'

/**
 * Exports projects as a backup file and says how that went through `say`, a refusal in its own words; `failed` where
 * code or storage threw. Neither code nor words are loaded before they are needed. What it gives never rejects.
 */
export function createExport(
  say: (text: string, tone: 'plain' | 'problem') => void,
  failed: string = controls.failed,
): (ids: readonly string[] | 'all') => Promise<void> {
  const { backups } = useApp()
  return async (ids) => {
    const said = await import('./exportFile.ts')
      .then(({ exportFile }) => exportFile(backups, ids))
      .catch(() => ({ text: failed, tone: 'problem' }) as const)
    say(said.text, said.tone)
  }
}
