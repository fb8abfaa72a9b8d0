import type { Refusal } from '../../domain/command.ts'
import type { Project } from '../../domain/model.ts'
import { standingOf } from '../../domain/standing.ts'
import { codeOf } from '../party/code.ts'
import { refusals as t } from '../text/en/refusals.ts'

/** A refusal as a sentence: what was not done, and what to do next. */
export function refusalText(refusal: Refusal, project: Project): string {
  const code = (party: string) => codeOf(project.parties, party)
  switch (refusal.refused) {
    case 'unknown':
      return t.unknown(refusal.what)
    case 'empty':
      return t.empty(refusal.field)
    case 'tooLong':
      return t.tooLong(refusal.field, refusal.limit)
    case 'badDate':
      return t.badDate(refusal.value)
    case 'noOwner':
    case 'readOnly':
    case 'closed':
      return t[refusal.refused]
    case 'notOwner':
      return t.notOwner(code(refusal.party))
    case 'notApplicable': {
      const line = project.lines.get(refusal.line)
      const derived = line && standingOf(line, project).notApplicable?.kind === 'byCondition'
      return derived ? t.notApplicableByCondition : t.notApplicable
    }
    case 'takenByOther':
      return t.takenByOther(code(refusal.party))
    case 'twoClaims':
      return t.twoClaims(refusal.parties.map(code))
    case 'changedSince': {
      const { by } = refusal
      return t.changedSince(by && t.speaker(by.name || t.someone, by.party && code(by.party)))
    }
  }
}
