import { catalogue } from './en/catalogue.ts'
import { controls } from './en/controls.ts'

/**
 * The dictionary: every sentence a person can read, in English, grouped by the screen it stands on. A value is a
 * string, or a function of what changes in it. Another language is another object of this shape.
 */
export const t = {
  controls,
  ...catalogue,
} as const
