import { useApp } from '../app.ts'
import { controls as t } from '../text/en/controls.ts'
import { useToaster } from './Toaster.tsx'

/**
 * Changes to the new version on the person's yes, and says why where that cannot be. Resolves with whether it is still
 * there to be offered again, which is when something hinders it; where nothing does, the page reloads.
 */
export function createUpdate(): () => Promise<boolean> {
  const { update } = useApp()
  const toaster = useToaster()
  return async () => {
    const outcome = await update.applyUpdate()
    if (outcome === 'applying') return false
    if (outcome === 'nothing to apply') {
      toaster.show({ text: t.update.newest })
      return false
    }
    const text = outcome === 'still writing' ? t.update.writing : t.update.unsaved
    toaster.show({ text, tone: 'problem' })
    return true
  }
}
