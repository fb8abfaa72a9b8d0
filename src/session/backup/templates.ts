import { same } from '../../domain/change.ts'
import type { Template } from '../../domain/template.ts'
import { integrationDeliverables } from '../../domain/templates/integrationDeliverables.ts'
import { newId } from '../ids.ts'

/**
 * The templates of a file that are not here yet. One that reads the same as one here is left out, whatever its id, so
 * that taking in a file twice doubles nothing; one whose id is taken by another is kept beside it under a new id.
 */
export function newTemplates(offered: readonly Template[], own: readonly Template[]): Template[] {
  const here = [integrationDeliverables, ...own]
  const added: Template[] = []
  for (const template of offered) {
    const all = [...here, ...added]
    if (all.some((other) => same({ ...other, id: '' }, { ...template, id: '' }))) continue
    const taken = all.some(({ id }) => id === template.id)
    added.push(taken ? { ...template, id: newId() } : template)
  }
  return added
}
