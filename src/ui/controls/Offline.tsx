import { Show } from 'solid-js'
import { useApp } from '../app.ts'
import { controls as t } from '../text/en/controls.ts'
import { Icon } from './icons.tsx'

/** Says that there is no network for as long as there is none, and that this hinders nothing. */
export function Offline() {
  const { online } = useApp()
  return (
    <Show when={!online()}>
      <span class="offline" title={t.offlineMeans}>
        <Icon name="offline" />
        {t.offline}
      </span>
    </Show>
  )
}
