import { createSignal } from 'solid-js'
import { NAME_LIMIT, trimmed } from '../../domain/command.ts'
import { controls as t } from '../text/en/controls.ts'
import { Button } from './Button.tsx'
import { Dialog } from './Dialog.tsx'
import { TextField } from './TextField.tsx'

export interface PromptDialogProps {
  title: string
  label: string
  hint?: string
  value: string
  /** Said where nothing was typed. */
  missing: string
  confirm: string
  /** Gets the text without white space around it; never an empty one. */
  onConfirm: (value: string) => void
  onClose: () => void
}

/** Asks for one name. */
export function PromptDialog(props: PromptDialogProps) {
  const [value, setValue] = createSignal(props.value)
  const [error, setError] = createSignal<string>()
  let field: HTMLElement | undefined

  function submit(event: SubmitEvent): void {
    event.preventDefault()
    const name = trimmed(value())
    if (name !== '') {
      props.onConfirm(name)
      return
    }
    setError(props.missing)
    field?.focus()
  }

  return (
    <Dialog title={props.title} onClose={props.onClose}>
      <form class="dialog-form" onSubmit={submit} noValidate>
        <TextField
          ref={(element) => {
            field = element
          }}
          label={props.label}
          hint={props.hint}
          value={value()}
          onInput={setValue}
          error={error()}
          maxLength={NAME_LIMIT}
          autofocus
          onFocus={(event) => event.currentTarget.select()}
        />
        <div class="dialog-actions">
          <Button onClick={() => props.onClose()}>{t.cancel}</Button>
          <Button kind="primary" type="submit">
            {props.confirm}
          </Button>
        </div>
      </form>
    </Dialog>
  )
}
