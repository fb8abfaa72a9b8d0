import type { Change, Noun } from './change.ts'
import { type Env, trimmed } from './command.ts'
import type { Project } from './model.ts'
import { SCHEMA } from './model.ts'

/**
 * The changes that fill an empty document with a copy of a project: parties, teams, contacts, stages, lines, dates.
 * What parties said stays behind: ticks, claims, not applicable, blocked; and so do removed things and the members, but
 * for the one who copies. Ids are kept, since they name things only within one document. Notes are texts of the document
 * and copied there.
 */
export function changesForCopy(project: Project, name: string, env: Env): Change[] {
  const made: Change[] = []
  const write = (noun: Noun, id: string, fields: object) => {
    for (const [field, after] of Object.entries(fields)) {
      if (after !== null && after !== '' && after !== false)
        made.push({ noun, id, field, before: null, after })
    }
  }
  const { thirdParty } = project.meta
  made.push({ noun: 'meta', id: 'project', field: 'thirdParty', before: null, after: thirdParty })
  write('meta', 'project', { schema: SCHEMA, name: trimmed(name), createdAt: env.now })
  write('member', env.me.member, { name: env.me.name, party: env.me.party })
  for (const { id, ...party } of project.parties.values()) if (!party.removed) write('party', id, party)
  for (const { id, ...contact } of project.contacts.values())
    if (!contact.removed) write('contact', id, contact)
  for (const { id, ...stage } of project.stages.values()) if (!stage.removed) write('stage', id, stage)
  for (const line of project.lines.values()) {
    if (line.removed) continue
    const { text, stage, order, owner, conditional, due, contact, contactOf } = line
    write('line', line.id, { text, stage, order, owner, conditional, due, contact, contactOf })
  }
  return made
}
