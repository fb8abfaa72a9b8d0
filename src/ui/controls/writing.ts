/** Fields of forms that lose what is in them with the page; a form that stores its draft says `data-kept`. */
const FORM_FIELDS = 'form:not([data-kept]) .field-input'

/** Whether a form on the page holds text that is stored nowhere: reloading would lose it. */
export function isWriting(): boolean {
  const fields = document.querySelectorAll<HTMLInputElement | HTMLTextAreaElement>(FORM_FIELDS)
  return [...fields].some((field) => field.value !== field.defaultValue)
}

/** Leaves the field that has the focus, so that one which keeps its text when it is left keeps what is in it now. */
export function commitFocusedField(): void {
  if (document.activeElement instanceof HTMLElement) document.activeElement.blur()
}
