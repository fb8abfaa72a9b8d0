import { createUniqueId, type JSX, Show, untrack } from 'solid-js'
import { controls as t } from '../text/en/controls.ts'
import './field.css'
import { Icon } from './icons.tsx'

/** What the field takes of what `<input>` takes. Named one by one: Solid's code for any attribute weighs 2 KB. */
type Native = Pick<
  JSX.InputHTMLAttributes<HTMLInputElement>,
  | 'id'
  | 'class'
  | 'name'
  | 'maxLength'
  | 'autocomplete'
  | 'autocapitalize'
  | 'inputmode'
  | 'enterkeyhint'
  | 'readOnly'
  | 'required'
  | 'autofocus'
  | 'placeholder'
> & {
  type?: 'text' | 'email' | 'tel' | 'search' | 'date'
  onKeyDown?: (event: KeyboardEvent) => void
  onFocus?: (event: FocusEvent & { readonly currentTarget: HTMLInputElement | HTMLTextAreaElement }) => void
}

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

/** A text field with its label, hint and error. */
export function TextField(props: TextFieldProps) {
  const made = createUniqueId()
  const id = () => props.id ?? made
  /** What it begins with is its default, as in a plain form: by that, writing.ts tells what was written since. */
  const ref = (element: HTMLInputElement | HTMLTextAreaElement) => {
    element.defaultValue = untrack(() => props.value)
    props.ref?.(element)
  }
  const about = () => [props.hint && `${id()}-hint`, props.error && `${id()}-error`].filter(Boolean).join(' ')
  return (
    <div class={`field ${props.class ?? ''}`}>
      <label for={id()} classList={{ 'visually-hidden': props.labelHidden === true }}>
        {props.label}
        <Show when={props.optional}>
          <span class="field-optional"> ({t.optional})</span>
        </Show>
      </label>
      <Show
        when={props.multiline}
        fallback={
          <input
            type={props.type ?? 'text'}
            ref={ref}
            id={id()}
            class="field-input"
            name={props.name}
            maxLength={props.maxLength}
            autocomplete={props.autocomplete}
            autocapitalize={props.autocapitalize}
            inputmode={props.inputmode}
            enterkeyhint={props.enterkeyhint}
            readOnly={props.readOnly}
            required={props.required}
            autofocus={props.autofocus}
            placeholder={props.placeholder}
            value={props.value}
            onInput={(event) => props.onInput(event.currentTarget.value)}
            onChange={(event) => props.onCommit?.(event.currentTarget.value)}
            onKeyDown={(event) => props.onKeyDown?.(event)}
            onFocus={(event) => props.onFocus?.(event)}
            aria-describedby={about() || undefined}
            aria-invalid={props.error ? 'true' : undefined}
          />
        }
      >
        <textarea
          rows={props.rows ?? 2}
          ref={ref}
          id={id()}
          class="field-input"
          name={props.name}
          maxLength={props.maxLength}
          autocomplete={props.autocomplete}
          autocapitalize={props.autocapitalize}
          inputmode={props.inputmode}
          enterkeyhint={props.enterkeyhint}
          readOnly={props.readOnly}
          required={props.required}
          autofocus={props.autofocus}
          placeholder={props.placeholder}
          value={props.value}
          onInput={(event) => props.onInput(event.currentTarget.value)}
          onChange={(event) => props.onCommit?.(event.currentTarget.value)}
          onKeyDown={(event) => props.onKeyDown?.(event)}
          onFocus={(event) => props.onFocus?.(event)}
          aria-describedby={about() || undefined}
          aria-invalid={props.error ? 'true' : undefined}
        />
      </Show>
      <Show when={props.hint}>
        <p class="field-hint" id={`${id()}-hint`}>
          {props.hint}
        </p>
      </Show>
      <Show when={props.error}>
        <p class="field-error" id={`${id()}-error`}>
          <Icon name="warning" />
          {props.error}
        </p>
      </Show>
    </div>
  )
}
