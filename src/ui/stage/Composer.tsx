import { createSignal, onCleanup, onMount, Show } from 'solid-js'
import { TEXT_LIMIT } from '../../domain/command.ts'
import type { Owner, StageId } from '../../domain/model.ts'
import { Button } from '../controls/Button.tsx'
import { TextField } from '../controls/TextField.tsx'
import { codeOf } from '../party/code.ts'
import { usePage } from '../project/page.ts'
import { line as t } from '../text/en/line.ts'
import { OwnerEditor } from './OwnerEditor.tsx'
import { ownerText } from './rowOf.ts'
import './composer.css'

/** The owner last given to a new line on this page, per project: most tables are written party by party. */
const lastOwner = new Map<string, Owner>()

/** Writes new lines at the end of a stage, one after the other: Enter adds one and keeps the caret for the next. */
export default function Composer(props: { stage: StageId; title: string }) {
  const page = usePage()
  const { session, model } = page
  const [text, setText] = createSignal('')
  const [owner, setOwner] = createSignal<Owner>(lastOwner.get(session.id) ?? firstOwner())
  const [choosing, setChoosing] = createSignal(owner().parties.length === 0)
  const [added, setAdded] = createSignal('')
  let field: HTMLElement | undefined
  let frame!: HTMLFormElement
  const before = document.activeElement

  function firstOwner(): Owner {
    const party = page.mine() ?? page.present()[0]?.id
    return { rule: 'one', parties: party === undefined ? [] : [party] }
  }
  function close(): void {
    page.compose(null)
  }
  onMount(() => {
    field?.focus({ preventScroll: true })
    frame.scrollIntoView({ block: 'nearest' })
  })
  onCleanup(() => {
    if (before instanceof HTMLElement && before.isConnected) before.focus({ preventScroll: true })
  })

  function submit(event: Event): void {
    event.preventDefault()
    field?.focus()
    const after = model.lineIds(props.stage).at(-1) ?? null
    const done = page.actions.run(
      { kind: 'addLine', stage: props.stage, after, text: text(), owner: owner() },
      { quiet: true },
    )
    if (!done) return
    lastOwner.set(session.id, owner())
    setAdded(t.compose.added(text().trim()))
    setText('')
    frame.scrollIntoView({ block: 'nearest' })
  }

  return (
    <form
      ref={frame}
      class="composer"
      onSubmit={submit}
      noValidate
      onKeyDown={(event) => event.key === 'Escape' && close()}
    >
      <TextField
        ref={(element) => {
          field = element
        }}
        multiline
        rows={1}
        label={t.compose.label(props.title)}
        labelHidden
        placeholder={t.compose.placeholder}
        value={text()}
        onInput={setText}
        maxLength={TEXT_LIMIT}
        enterkeyhint="done"
        onKeyDown={(event: KeyboardEvent) => {
          if (event.key === 'Enter' && !event.shiftKey && !event.isComposing) submit(event)
        }}
      />
      <Show when={choosing()}>
        <OwnerEditor owner={owner()} onChange={setOwner} />
      </Show>
      <div class="composer-actions">
        <Button kind="quiet" aria-expanded={choosing()} onClick={() => setChoosing((on) => !on)}>
          {t.compose.owner(ownerText(owner(), (id) => codeOf(page.parties(), id)))}
        </Button>
        <Button onClick={close}>{t.compose.done}</Button>
        <Button kind="primary" type="submit" disabled={text().trim() === '' || owner().parties.length === 0}>
          {t.compose.add}
        </Button>
      </div>
      <p class="visually-hidden" role="status">
        {added()}
      </p>
    </form>
  )
}
