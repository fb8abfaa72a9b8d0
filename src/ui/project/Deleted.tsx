import { createMemo, createSignal, onMount, Show } from 'solid-js'
import { afterPaint } from '../../platform/afterPaint.ts'
import { useApp } from '../app.ts'
import { Banner } from '../controls/Banner.tsx'
import { Button } from '../controls/Button.tsx'
import { focusHeading } from '../controls/focus.ts'
import { project as t } from '../text/en/project.ts'
import { usePage } from './page.ts'

/**
 * Says for as long as the project counts as deleted on this device that it does, also where that happens in another
 * tab: it can be opened by its address, and what one does in it would be gone with it.
 */
export function Deleted() {
  const page = usePage()
  const { projects } = useApp()
  const { id } = page.session
  // The list of projects is read once the lines are on screen: they would wait behind it.
  const [painted, setPainted] = createSignal(false)
  onMount(() => afterPaint(() => setPainted(true)))
  const deleted = createMemo(
    () => painted() && projects.list()?.some((entry) => entry.id === id && entry.deletedAt !== null),
  )

  async function restore(): Promise<void> {
    try {
      await projects.setDeleted(id, false)
      // The button goes with the banner.
      focusHeading()
    } catch {
      page.actions.say(t.failedAction, undefined, 'problem')
    }
  }

  return (
    <Show when={deleted()}>
      <Banner tone="warn" actions={<Button onClick={() => void restore()}>{t.deleted.restore}</Button>}>
        {t.deleted.text}
      </Banner>
    </Show>
  )
}
