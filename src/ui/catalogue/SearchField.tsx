import { onCleanup, onMount } from 'solid-js'
import { isTyping } from '../controls/focus.ts'
import { Icon } from '../controls/icons.tsx'
import '../controls/field.css'
import './search.css'

/** A search over what is on the screen; the key "/" leads to it, Esc empties it. */
export function SearchField(props: { label: string; value: string; onInput: (value: string) => void }) {
  let input!: HTMLInputElement
  onMount(() => {
    const onKey = (event: KeyboardEvent) => {
      if (event.key !== '/' || isTyping(event.target) || document.querySelector('dialog[open]')) return
      event.preventDefault()
      input.focus()
      input.select()
    }
    document.addEventListener('keydown', onKey)
    onCleanup(() => document.removeEventListener('keydown', onKey))
  })
  return (
    <search class="search">
      <Icon name="search" />
      <input
        ref={input}
        class="field-input"
        type="search"
        aria-label={props.label}
        placeholder={props.label}
        value={props.value}
        onInput={(event) => props.onInput(event.currentTarget.value)}
        autocomplete="off"
        enterkeyhint="search"
      />
    </search>
  )
}
