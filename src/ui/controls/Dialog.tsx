import { createUniqueId, type JSX, onCleanup, onMount, Show } from 'solid-js'
import { controls as t } from '../text/en/controls.ts'
import { IconButton } from './Button.tsx'
import './dialog.css'
import { returnFocus } from './focus.ts'
import { ToastOutlet } from './Toaster.tsx'

export interface DialogProps {
  title: JSX.Element
  /** Where what the dialog is about belongs: small, above the title. */
  over?: string | undefined
  /** Asked for by Esc, a tap beside the dialog, its close button or the system's back gesture. Take the dialog away then. */
  onClose: () => void
  children: JSX.Element
  /** `sheet`: as high as its content. `tall`: on a phone as high as the screen. */
  size?: 'sheet' | 'tall' | undefined
  /** Buttons at the end, kept in view while the content scrolls. */
  footer?: JSX.Element
  class?: string
}

/**
 * A modal dialog, open as long as it is mounted: put it inside a `<Show>`. A sheet from the bottom on a phone. The
 * first field with `autofocus` gets the focus, else the first control; what had it before gets it back.
 */
export function Dialog(props: DialogProps) {
  let dialog!: HTMLDialogElement
  const heading = createUniqueId()
  const before = document.activeElement
  let pressedBeside = false

  onMount(() => {
    dialog.showModal()
    dialog.querySelector<HTMLElement>('[autofocus]')?.focus()
  })
  onCleanup(() => {
    dialog.close()
    returnFocus(before)
  })

  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: Esc is the key for it, and arrives as a cancel event.
    <dialog
      ref={dialog}
      class={`dialog dialog-${props.size ?? 'sheet'} ${props.class ?? ''}`}
      aria-labelledby={heading}
      onCancel={(event) => {
        // On a second Esc in a row the browser closes it itself: then the event below tells, once.
        if (event.target !== dialog || !event.cancelable) return
        event.preventDefault()
        props.onClose()
      }}
      onClose={(event) => {
        if (event.target === dialog && dialog.isConnected) props.onClose()
      }}
      onPointerDown={(event) => {
        pressedBeside = event.target === dialog
      }}
      onClick={(event) => {
        // A text selection that ends beside the dialog must not close it.
        if (event.target === dialog && pressedBeside) props.onClose()
      }}
    >
      <div class="dialog-frame">
        <header class="dialog-head">
          <div>
            <Show when={props.over}>
              <p class="over-title">{props.over}</p>
            </Show>
            <h2 id={heading}>{props.title}</h2>
          </div>
          <IconButton icon="close" label={t.close} onClick={() => props.onClose()} />
        </header>
        <div class="dialog-body">{props.children}</div>
        {props.footer && <footer class="dialog-foot">{props.footer}</footer>}
      </div>
      <ToastOutlet />
    </dialog>
  )
}
