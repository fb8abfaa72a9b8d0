import { type Accessor, createComputed, createEffect, on } from 'solid-js'

const CONTROLS = ':is(input, textarea, select, button):not(:disabled), a[href]'

/**
 * Keeps the focus where one was working: where `change` takes away the control that has it, the nearest one that is
 * still there gets it. Without this it falls to the body, and a keyboard starts over at the top of the page.
 */
export function keepFocus(change: Accessor<unknown>): void {
  let around: readonly Element[] = []
  // A computation runs before the page changes and an effect after it.
  createComputed(on(change, () => (around = ancestors(document.activeElement)), { defer: true }))
  createEffect(
    on(
      change,
      () => {
        if (around[0]?.isConnected !== false) return
        for (const frame of around) {
          const next = frame.isConnected && frame.querySelector<HTMLElement>(CONTROLS)
          if (!next) continue
          next.focus({ preventScroll: true })
          return
        }
      },
      { defer: true },
    ),
  )
}

/** An element and all that it is in, from the inside out. */
function ancestors(element: Element | null): readonly Element[] {
  const all: Element[] = []
  for (let at = element; at; at = at.parentElement) all.push(at)
  return all
}
