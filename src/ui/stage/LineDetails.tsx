import { createMemo, createSignal, onCleanup, onMount, Show } from 'solid-js'
import { TEXT_LIMIT } from '../../domain/command.ts'
import type { LineId } from '../../domain/model.ts'
import { Button } from '../controls/Button.tsx'
import { Checkbox } from '../controls/Choice.tsx'
import { keepFocus } from '../controls/keepFocus.ts'
import { TextField } from '../controls/TextField.tsx'
import { usePage, viewOf } from '../project/page.ts'
import { line as t } from '../text/en/line.ts'
import { NamedContact } from './NamedContact.tsx'
import { NoteField } from './NoteField.tsx'
import { OwnerEditor } from './OwnerEditor.tsx'
import { Place } from './Place.tsx'
import { Reason } from './Reason.tsx'
import { focusRow } from './rows.ts'
import { Words } from './Words.tsx'

/** The details of one standing line, each part editable where it stands. */
export function LineDetails(props: { line: LineId }) {
  const page = usePage()
  const id = props.line
  const view = createMemo(() => viewOf(page.model, id))
  const line = () => view().line
  const { run } = page.actions
  const quiet = { quiet: true }
  // What a party can say next takes the place of what it said.
  keepFocus(view)

  function remove(): void {
    const ids = page.model.lineIds(line().stage)
    const at = ids.indexOf(id)
    const next = ids[at + 1] ?? ids[at - 1]
    if (!run({ kind: 'removeLine', line: id })) return
    page.showDetail(null)
    // Leaving the details gives the focus to the row they were of, which is gone: its neighbour takes it.
    setTimeout(() => next !== undefined && focusRow(next))
  }

  return (
    <fieldset class="details" disabled={page.session.readOnly()}>
      <Wording line={id} />
      <Words view={view()} />
      <OwnerEditor
        owner={line().owner}
        onChange={(owner) => run({ kind: 'reownLine', line: id, owner }, quiet)}
      />
      <div class="details-pair">
        <TextField
          label={t.due}
          type="date"
          value={line().due ?? ''}
          onInput={() => {}}
          onCommit={(day) => run({ kind: 'setDue', line: id, due: day || null }, quiet)}
        />
        <NamedContact line={line()} />
      </div>
      <NoteField line={id} />
      <div class="details-reasons">
        <Reason kind="blocked" line={line()} />
        <Reason kind="notApplicable" line={line()} />
      </div>
      <Show when={view().standing.notApplicable?.kind === 'byCondition'}>
        <p class="field-hint">{t.notApplicable.byCondition}</p>
      </Show>
      <Checkbox
        switch
        label={t.conditional}
        checked={line().conditional}
        onChange={(conditional) => run({ kind: 'setConditional', line: id, conditional }, quiet)}
      />
      <Place line={line()} />
      <Button kind="danger" icon="remove" onClick={remove}>
        {t.remove}
      </Button>
    </fieldset>
  )
}

/** The line's text, edited in place: kept when one leaves it, by Enter, or by closing the details. */
function Wording(props: { line: LineId }) {
  const page = usePage()
  const id = props.line
  const [draft, setDraft] = createSignal<string | null>(null)
  const stored = () => viewOf(page.model, id).line.text
  let field: HTMLElement | undefined

  function keep(): void {
    const text = draft()
    setDraft(null)
    if (text !== null && text !== stored())
      page.actions.run({ kind: 'rewordLine', line: id, text }, { quiet: true })
  }
  onMount(() => page.editing() && field?.focus())
  onCleanup(keep)

  return (
    <TextField
      ref={(element) => {
        field = element
      }}
      multiline
      label={t.text}
      value={draft() ?? stored()}
      onInput={setDraft}
      onCommit={keep}
      maxLength={TEXT_LIMIT}
      onKeyDown={(event: KeyboardEvent) => {
        if (event.key !== 'Enter' || event.shiftKey || event.isComposing) return
        event.preventDefault()
        keep()
      }}
    />
  )
}
