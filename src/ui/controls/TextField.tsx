import { createUniqueId, type JSX, Show, splitProps } from 'solid-js'
import { Dynamic } from 'solid-js/web'
import { controls as t } from '../text/en/controls.ts'
import './field.css'
import { Icon } from './icons.tsx'

type Native = Omit<JSX.InputHTMLAttributes<HTMLInputElement>, 'onInput' | 'ref' | 'onChange'>

export interface TextFieldProps extends Native {
  label: string
  value: string
  /** Called with the text at each keystroke. */
  onInput: (value: string) => void
  /** Called with the text when the field is left or Enter is pressed in it, if it differs. */
  onCommit?: (value: string) => void
  hint?: string | undefined
  /** What is wrong and what to do. Shown below, and said with the field. */
  error?: string | undefined
  /** A text of several lines that grows with what is in it. */
  multiline?: boolean
  /** How many lines it has room for at first. */
  rows?: number
  /** Says "optional" beside the label. */
  optional?: boolean
  /** Keeps the label for screen readers alone, where a heading or a place says it already. */
  labelHidden?: boolean
  ref?: (element: HTMLElement) => void
}

/** A text field with its label, hint and error. Takes what `<input>` takes besides. */
export function TextField(props: TextFieldProps) {
  const [own, rest] = splitProps(props, [
    'label',
    'value',
    'onInput',
    'onCommit',
    'hint',
    'error',
    'multiline',
    'optional',
    'labelHidden',
    'class',
    'ref',
    'id',
  ])
  const made = createUniqueId()
  const id = () => own.id ?? made
  const about = () => [own.hint && `${id()}-hint`, own.error && `${id()}-error`].filter(Boolean).join(' ')
  const text = (event: Event) => (event.currentTarget as HTMLInputElement).value
  return (
    <div class={`field ${own.class ?? ''}`}>
      <label for={id()} classList={{ 'visually-hidden': own.labelHidden === true }}>
        {own.label}
        <Show when={own.optional}>
          <span class="field-optional"> ({t.optional})</span>
        </Show>
      </label>
      <Dynamic
        component={own.multiline ? 'textarea' : 'input'}
        ref={own.ref}
        id={id()}
        class="field-input"
        rows={own.multiline ? 2 : undefined}
        value={own.value}
        onInput={(event: Event) => own.onInput(text(event))}
        onChange={(event: Event) => own.onCommit?.(text(event))}
        aria-describedby={about() || undefined}
        aria-invalid={own.error ? 'true' : undefined}
        {...rest}
      />
      <Show when={own.hint}>
        <p class="field-hint" id={`${id()}-hint`}>
          {own.hint}
        </p>
      </Show>
      <Show when={own.error}>
        <p class="field-error" id={`${id()}-error`}>
          <Icon name="warning" />
          {own.error}
        </p>
      </Show>
    </div>
  )
}
