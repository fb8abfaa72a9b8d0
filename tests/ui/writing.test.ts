// @vitest-environment happy-dom
import { expect, test } from 'vitest'
import { commitFocusedField, isWriting } from '../../src/ui/controls/writing.ts'

/** Puts a field on the page that begins with a text, as TextField does. */
function put(frame: string, text: string): HTMLTextAreaElement {
  document.body.innerHTML = `${frame}<textarea class="field-input"></textarea>`
  const field = document.querySelector('textarea')
  if (!field) throw new Error('The page has no field')
  field.defaultValue = text
  return field
}

test('a form is being written when a field of it is not as it began', () => {
  const field = put('<form>', 'Tom')
  expect(isWriting()).toBe(false)
  field.value = 'Tom Okafor'
  expect(isWriting()).toBe(true)
  field.value = 'Tom'
  expect(isWriting()).toBe(false)
})

test('a form that stores its draft, and a field outside of forms, hinder nothing', () => {
  for (const frame of ['<form data-kept>', '']) {
    put(frame, '').value = 'Kept anyway'
    expect(isWriting()).toBe(false)
  }
})

test('asking leaves the focus where it is, and keeping the focused field takes it away', () => {
  const field = put('', '')
  field.focus()
  isWriting()
  expect(document.activeElement).toBe(field)
  commitFocusedField()
  expect(document.activeElement).toBe(document.body)
})
