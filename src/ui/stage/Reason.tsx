import { createSignal, Show } from 'solid-js'
import { TEXT_LIMIT } from '../../domain/command.ts'
import type { Line } from '../../domain/model.ts'
import { Button } from '../controls/Button.tsx'
import { keepFocus } from '../controls/keepFocus.ts'
import { TextField } from '../controls/TextField.tsx'
import { usePage } from '../project/page.ts'
import { line as t } from '../text/en/line.ts'
import { momentText } from './days.ts'

/** Says that a line is blocked or not applicable, with the reason, or takes that back (rules N1, B1). */
export function Reason(props: { kind: 'blocked' | 'notApplicable'; line: Line }) {
  const page = usePage()
  const words = () => t[props.kind]
  const said = () => props.line[props.kind]
  const [asking, setAsking] = createSignal(false)
  const [reason, setReason] = createSignal('')
  const [error, setError] = createSignal<string>()
  let field: HTMLElement | undefined
  keepFocus(asking)

  function set(text: string | null): boolean {
    const kind = props.kind === 'blocked' ? 'setBlocked' : 'setNotApplicable'
    return page.actions.run({ kind, line: props.line.id, reason: text })
  }
  function submit(event: SubmitEvent): void {
    event.preventDefault()
    if (reason().trim() === '') {
      setError(t.reasonNeeded)
      field?.focus()
      return
    }
    if (!set(reason())) return
    setAsking(false)
    setReason('')
  }

  return (
    <div class="reason-frame">
      <Show
        when={said()}
        fallback={
          <Show
            when={asking()}
            fallback={
              <Button icon={props.kind === 'blocked' ? 'blocked' : 'dash'} onClick={() => setAsking(true)}>
                {words().label}…
              </Button>
            }
          >
            <form class="reason" onSubmit={submit} noValidate>
              <TextField
                ref={(element) => {
                  field = element
                  queueMicrotask(() => element.focus())
                }}
                label={words().reason}
                value={reason()}
                onInput={(text) => {
                  setReason(text)
                  setError(undefined)
                }}
                error={error()}
                maxLength={TEXT_LIMIT}
              />
              <div class="reason-actions">
                <Button onClick={() => setAsking(false)}>{t.cancel}</Button>
                <Button kind="primary" type="submit">
                  {words().set}
                </Button>
              </div>
            </form>
          </Show>
        }
      >
        {(word) => (
          <div class="reason" data-kind={props.kind}>
            <p>
              <b>{words().label}:</b> {word().reason}
            </p>
            <p class="field-hint">{t.words.by(word().by.name || t.words.someone, momentText(word().at))}</p>
            <Button onClick={() => set(null)}>{words().clear}</Button>
          </div>
        )}
      </Show>
    </div>
  )
}
