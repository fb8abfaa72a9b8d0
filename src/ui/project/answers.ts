import type { Command, Refusal } from '../../domain/command.ts'
import type { Project } from '../../domain/model.ts'
import { deeds as t } from '../text/en/deeds.ts'
import { deedOf } from './deed.ts'
import { refusalText } from './refusal.ts'

/** What is said after an action, loaded when the first is taken: the tick itself is painted without these words. */
export const answers = {
  refusal: refusalText,
  done: (command: Command, project: Project): string => {
    const deed = deedOf(command, project)
    const said = `${deed.charAt(0).toUpperCase()}${deed.slice(1)}.`
    return unblocks(command, project) ? `${said} ${t.unblocked}` : said
  },
  undone: (command: Command, project: Project): string => t.undone(deedOf(command, project)),
  redone: (command: Command, project: Project): string => t.redone(deedOf(command, project)),
  nothingToUndo: (): string => t.nothingToUndo,
}

/** A tick takes "blocked" off its line with the reason (rule B1), which nobody asked for. `project` is as it was before. */
const unblocks = (command: Command, project: Project): boolean =>
  command.kind === 'tick' && command.done && Boolean(project.lines.get(command.line)?.blocked)

/** Kinds of refusal that the details of their line help with. */
export const lineToShow = (refusal: Refusal): string | null =>
  ['noOwner', 'notApplicable', 'takenByOther', 'twoClaims'].includes(refusal.refused) && 'line' in refusal
    ? refusal.line
    : null
