import { type MemberId, type Project, STRAY } from '../domain/model.ts'
import { passed, standingOf } from '../domain/standing.ts'
import type { ProjectEntry } from '../storage/database.ts'

/** The part of a catalogue row that is told from the document. */
export type Summary = Pick<
  ProjectEntry,
  'name' | 'myParty' | 'stages' | 'lines' | 'passed' | 'parties' | 'myOpen' | 'myOpenCount' | 'search'
>

const MY_OPEN_LIMIT = 200

/** What the project list shows of a project, seen by one of its members. */
export function summaryOf(project: Project, member: MemberId): Summary {
  const mine = project.members.get(member)?.party ?? null
  const myOpen: ProjectEntry['myOpen'] = []
  let myOpenCount = 0
  // Lines without a stage count in the whole (rule Q1), but are no stage of the list.
  const groups = [...project.stageOrder, STRAY].map((stageId) => {
    const title = project.stages.get(stageId)?.title ?? ''
    const ids = project.lineOrder.get(stageId) ?? []
    let done = 0
    for (const id of ids) {
      const line = project.lines.get(id)
      if (!line) continue
      const standing = standingOf(line, project)
      if (passed(standing)) done++
      else if (mine !== null && standing.waiting.includes(mine)) {
        myOpenCount++
        if (myOpen.length < MY_OPEN_LIMIT)
          myOpen.push({ line: id, text: line.text, stage: title, due: line.due })
      }
    }
    return { title, lines: ids.length, passed: done }
  })
  const stages = groups.slice(0, -1)
  const parties = project.partyOrder.flatMap((id) => {
    const party = project.parties.get(id)
    return party ? [{ code: party.code, team: party.team, colour: party.colour }] : []
  })
  const words = [
    project.meta.name,
    ...parties.map(({ code, team }) => `${code} ${team}`),
    ...stages.map(({ title }) => title),
  ]
  return {
    name: project.meta.name,
    myParty: mine === null ? null : (project.parties.get(mine)?.code ?? null),
    stages,
    lines: groups.reduce((sum, group) => sum + group.lines, 0),
    passed: groups.reduce((sum, group) => sum + group.passed, 0),
    parties,
    myOpen,
    myOpenCount,
    search: words.join('\n').toLowerCase(),
  }
}

/** A whole new catalogue row. */
export function newEntry(project: Project, member: MemberId, now: number): ProjectEntry {
  const times = {
    createdAt: project.meta.createdAt || now,
    openedAt: now,
    changedAt: now,
    archivedAt: null,
    deletedAt: null,
  }
  return { id: project.id, me: member, ...times, ...summaryOf(project, member) }
}
