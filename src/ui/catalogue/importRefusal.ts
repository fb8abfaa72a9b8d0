import type { ImportRefusal } from '../../session/backup.ts'
import { backup } from '../text/en/backup.ts'

const t = backup.refusals

/** Why a file was not taken in, and what to do about it, in a sentence or two. */
export function refusalText(refusal: ImportRefusal): string {
  switch (refusal.refused) {
    case 'tooLarge':
      return t.tooLarge[refusal.what](refusal.limit)
    case 'malformed':
      return t.malformed(refusal.path)
    case 'notSaved':
      return refusal.fault.kind === 'quota' ? t.notSaved.quota : t.notSaved.other
    default:
      return t[refusal.refused]
  }
}
