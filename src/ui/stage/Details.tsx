import { type JSX, onMount, Show } from 'solid-js'
import type { LineId } from '../../domain/model.ts'
import { IconButton } from '../controls/Button.tsx'
import { Dialog } from '../controls/Dialog.tsx'
import { usePage } from '../project/page.ts'
import { line as t } from '../text/en/line.ts'
import { cut, project as words } from '../text/en/project.ts'
import { LineDetails } from './LineDetails.tsx'
import './details.css'

/** Everything about one line: beside the table where there is room, else over the whole phone. */
export default function Details(props: { line: LineId }) {
  const page = usePage()
  const close = () => page.showDetail(null)
  // What was said before would lie over the fields.
  if (!page.wide()) page.actions.hush()
  const line = () => page.model.line(props.line)?.line
  const stage = () => page.stages().get(line()?.stage ?? '')?.title
  // Short, since the whole text stands right below where it can be edited.
  const title = () => cut(line()?.text ?? '', 60) || t.title
  const body = () => (
    <Show when={props.line} keyed>
      {(line) => (
        <Show when={page.model.line(line)?.line.removed === null} fallback={<p>{t.gone}</p>}>
          <LineDetails line={line} />
        </Show>
      )}
    </Show>
  )
  return (
    <Show
      when={page.wide()}
      fallback={
        <Dialog size="tall" over={stage()} title={title()} onClose={close}>
          {body()}
        </Dialog>
      }
    >
      <Panel over={stage()} title={title()} onClose={close}>
        {body()}
      </Panel>
    </Show>
  )
}

/** Beside the table; not a dialog, since one goes on ticking in the table meanwhile. */
function Panel(props: {
  over: string | undefined
  title: string
  onClose: () => void
  children: JSX.Element
}) {
  const page = usePage()
  let heading!: HTMLHeadingElement
  onMount(() => {
    if (!page.editing()) heading.focus({ preventScroll: true })
  })
  return (
    <aside
      class="panel"
      aria-label={words.details}
      onKeyDown={(event) => {
        if (event.key !== 'Escape' || event.defaultPrevented) return
        event.preventDefault()
        props.onClose()
      }}
    >
      <header class="panel-head">
        <div>
          <Show when={props.over}>
            <p class="over-title">{props.over}</p>
          </Show>
          <h2 ref={heading} tabIndex={-1}>
            {props.title}
          </h2>
        </div>
        <IconButton icon="close" label={t.close} onClick={() => props.onClose()} />
      </header>
      <div class="panel-body">{props.children}</div>
    </aside>
  )
}
