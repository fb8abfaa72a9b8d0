import { For } from 'solid-js'
import { Dialog } from '../controls/Dialog.tsx'
import { manage as t } from '../text/en/manage.ts'
import type { PageDialogProps } from './page.ts'
import './shortcuts.css'

/** The list of the page's shortcuts. */
export default function Shortcuts(props: PageDialogProps) {
  return (
    <Dialog title={t.keys.title} onClose={props.onClose}>
      <dl class="shortcuts">
        <For each={t.keys.list}>
          {([keys, what]) => (
            <div>
              <dt>
                <kbd>{keys}</kbd>
              </dt>
              <dd>{what}</dd>
            </div>
          )}
        </For>
      </dl>
      <p class="field-hint">{t.keys.off}</p>
    </Dialog>
  )
}
