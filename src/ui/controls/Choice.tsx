import { createUniqueId, For, type JSX, Show } from 'solid-js'
import './field.css'
import { Icon } from './icons.tsx'

export interface CheckboxProps {
  label: JSX.Element
  hint?: string | undefined
  checked: boolean
  onChange: (checked: boolean) => void
  /** Shown as a switch: what it does holds at once. */
  switch?: boolean
  disabled?: boolean
}

/** A checkbox whose whole row can be tapped. */
export function Checkbox(props: CheckboxProps) {
  const id = createUniqueId()
  return (
    <label class="choice">
      <input
        type="checkbox"
        role={props.switch ? 'switch' : undefined}
        classList={{ switch: props.switch === true }}
        checked={props.checked}
        disabled={props.disabled}
        onChange={(event) => props.onChange(event.currentTarget.checked)}
        aria-labelledby={id}
        aria-describedby={props.hint ? `${id}-hint` : undefined}
      />
      <span class="choice-words">
        <span id={id}>{props.label}</span>
        <Show when={props.hint}>
          <span class="field-hint" id={`${id}-hint`}>
            {props.hint}
          </span>
        </Show>
      </span>
    </label>
  )
}

export interface Option {
  readonly value: string
  readonly label: JSX.Element
  readonly hint?: string | undefined
}

export interface RadioGroupProps {
  legend: string
  options: readonly Option[]
  value: string | null
  onChange: (value: string) => void
  error?: string | undefined
  /** Options in a row, where their words are short. */
  inline?: boolean
  /** The group's element, for putting the focus on a wrong answer. */
  ref?: (element: HTMLDivElement) => void
}

/** One choice of several, each with its own row to tap. */
export function RadioGroup(props: RadioGroupProps) {
  const id = createUniqueId()
  return (
    <div
      ref={props.ref}
      class="field"
      role="radiogroup"
      aria-labelledby={id}
      aria-invalid={props.error ? 'true' : undefined}
      aria-describedby={props.error ? `${id}-error` : undefined}
    >
      <div class="field-label" id={id}>
        {props.legend}
      </div>
      <div class="choices" classList={{ 'choices-inline': props.inline === true }}>
        <For each={props.options}>
          {(option) => (
            <label class="choice">
              <input
                type="radio"
                name={id}
                value={option.value}
                checked={props.value === option.value}
                onChange={() => props.onChange(option.value)}
              />
              <span class="choice-words">
                <span>{option.label}</span>
                <Show when={option.hint}>
                  <span class="field-hint">{option.hint}</span>
                </Show>
              </span>
            </label>
          )}
        </For>
      </div>
      <Show when={props.error}>
        <p class="field-error" id={`${id}-error`}>
          <Icon name="warning" />
          {props.error}
        </p>
      </Show>
    </div>
  )
}
