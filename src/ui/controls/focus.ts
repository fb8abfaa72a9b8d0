/** The app's shortcuts of one key stay off wherever a key writes or chooses. */
export function isTyping(target: EventTarget | null): boolean {
  return (
    target instanceof HTMLElement &&
    target.closest('input, textarea, select, [contenteditable], [popover]') !== null
  )
}

/** Puts the focus on the page's heading: where it belongs when what had it is gone. */
export function focusHeading(): void {
  document.querySelector<HTMLElement>('h1')?.focus({ preventScroll: true })
}

/** Gives the focus back to `element`, or to the page's heading if it is no longer there or cannot take it. */
export function returnFocus(element: Element | null): void {
  if (element instanceof HTMLElement && element.isConnected && element !== document.body) element.focus()
  if (document.activeElement === null || document.activeElement === document.body) focusHeading()
}

/** For `ref`: gives an element the focus as soon as it is on the page, where what had it made way for it. */
export function focusWhenShown(element: HTMLElement): void {
  queueMicrotask(() => element.focus())
}
