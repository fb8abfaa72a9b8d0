/** Fields of forms that lose what is in them with the page; a form that stores its draft says `data-kept`. */
const FORM_FIELDS = 'form:not([data-kept]) .field-input'

/**
 * Whether a form on the page holds text that is stored nowhere: reloading would lose it. What is being typed into a
 * field that keeps its text when one leaves it is kept by this very question.
 */
export function isWriting(): boolean {
  const fields = document.querySelectorAll<HTMLInputElement | HTMLTextAreaElement>(FORM_FIELDS)
  if ([...fields].some((field) => field.value !== field.defaultValue)) return true
  if (document.activeElement instanceof HTMLElement) document.activeElement.blur()
  return false
}
