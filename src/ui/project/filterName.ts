import { codeOf } from '../party/code.ts'
import { project as t } from '../text/en/project.ts'
import type { Scope } from './createFilter.ts'
import type { ProjectPage } from './page.ts'

/** The name of one choice of whose lines are shown. */
export function scopeName(scope: Scope, { parties, mine }: Pick<ProjectPage, 'parties' | 'mine'>): string {
  if (scope === 'all') return t.filter.all
  if (scope !== 'mine') return codeOf(parties(), scope.party)
  const party = mine()
  return party === null ? t.filter.mine : t.filter.mineOf(codeOf(parties(), party))
}

/** What the filter shows now, in a few words: "Mine (CIT), Open only". */
export function filterName(page: Pick<ProjectPage, 'parties' | 'mine' | 'filter'>): string {
  const { scope, openOnly } = page.filter
  const name = scopeName(scope(), page)
  if (!openOnly()) return name
  return scope() === 'all' ? t.filter.openOnly : `${name}, ${t.filter.openOnly}`
}
