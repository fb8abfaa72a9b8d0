import { createUniqueId, type JSX } from 'solid-js'

/** A native list to choose one of, with its label. `children` are the options. */
export function SelectField(props: {
  label: string
  value: string
  onChange: (value: string) => void
  disabled?: boolean
  children: JSX.Element
}) {
  const id = createUniqueId()
  return (
    <div class="field">
      <label for={id}>{props.label}</label>
      <select
        id={id}
        class="field-input"
        disabled={props.disabled}
        onChange={(event) => {
          const { value } = event.currentTarget
          props.onChange(value)
          // What was refused must not stay chosen.
          event.currentTarget.value = props.value
        }}
        // Set as a property once the options are there.
        ref={(element) => queueMicrotask(() => (element.value = props.value))}
        value={props.value}
      >
        {props.children}
      </select>
    </div>
  )
}
