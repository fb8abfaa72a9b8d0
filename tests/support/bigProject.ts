import type { Page } from '@playwright/test'
import { applyUpdate, encodeStateAsUpdate } from 'yjs'
import { apply, makeDocument, observe } from '../../src/document/document.ts'
import { read, readAll } from '../../src/document/read.ts'
import { type Command, isRefusal } from '../../src/domain/command.ts'
import { decide } from '../../src/domain/decide.ts'
import { tickTarget } from '../../src/domain/decideTick.ts'
import type { Line, Project } from '../../src/domain/model.ts'
import { changesFromTemplate } from '../../src/domain/template.ts'
import { writeBackup } from '../../src/exchange/backup/write.ts'
import { backup } from '../../src/ui/text/en/backup.ts'
import { bigTemplate } from './bigTemplate.ts'

const START = Date.UTC(2026, 2, 2, 9)
/** Ticks of one visit. Each visit writes under a client id of its own, and every id leaves its trace in a document. */
const VISIT = 500

/** A project made in memory, ready to be written into a backup file. */
export interface BigProject {
  readonly project: Project
  /** The member this device speaks as. */
  readonly member: string
  /** The whole document as one Yjs V1 update. */
  readonly update: Uint8Array
}

/**
 * Makes a project of any size through the template, commands and document that a person's projects go through. A tap on
 * any of its lines ticks at once: every *either* line is claimed, so none asks who is meant. `ticks` are given and taken
 * back in turn over all lines, which makes the history long and leaves the lines as they were. The same options give the
 * same project, but for Yjs's client ids.
 */
export function makeBigProject(options: {
  readonly id: string
  readonly name: string
  readonly lines: number
  readonly ticks?: number
}): BigProject {
  const { id, name, lines, ticks = 0 } = options
  const member = `${id}-me`
  const newId = makeCounter()
  const me = { member, name: 'Ana Ruiz', party: 'CIT' }
  const setup = { name, thirdParty: true, me, teams }
  const seed = changesFromTemplate(bigTemplate(lines), setup, {
    now: START,
    newId,
    me: { ...me, party: null },
  })
  let project = visit(id, null, ({ run, write, now }) => {
    write(seed)
    for (const line of now().lines.values()) {
      const [first = ''] = line.owner.parties
      if (line.owner.rule === 'either') run({ kind: 'claim', line: line.id, party: first, claims: true })
    }
  })
  for (let made = 0; made < ticks; made += VISIT) {
    project = visit(id, project.update, ({ run, now }) => {
      const all = [...now().lines.keys()]
      for (let next = made; next < Math.min(made + VISIT, ticks); next++) {
        run(tap(now(), now().lines.get(all[next % all.length] ?? '')))
      }
    })
  }
  return { ...project, member }

  /** One opening of the document, in which something is written as this device's member. */
  function visit(room: string, stored: Uint8Array | null, write: (visit: Visit) => void) {
    const doc = makeDocument()
    if (stored) applyUpdate(doc, stored)
    let current = readAll(doc, room)
    observe(doc, (changed) => {
      current = read(doc, current, changed)
    })
    write({
      now: () => current,
      write: (changes) => apply(doc, changes),
      run(command) {
        const party = current.members.get(member)?.party ?? null
        const decision = decide(current, command, { now: START, newId, me: { member, name: me.name, party } })
        if (isRefusal(decision)) throw new Error(`${JSON.stringify(command)}: ${JSON.stringify(decision)}`)
        apply(doc, decision)
      },
    })
    return { project: current, update: encodeStateAsUpdate(doc) }
  }
}

interface Visit {
  now(): Project
  write(changes: Parameters<typeof apply>[1]): void
  run(command: Command): void
}

const teams = {
  CIT: { team: 'Brightwater IT', contacts: [] },
  TPA: { team: 'Harbor Benefits', contacts: [] },
  PCTY: { team: 'Integrations', contacts: [] },
}

/** The tick that a tap on a line means. Throws where it would ask, which no line of a big project does. */
function tap(project: Project, line: Line | undefined): Command {
  const target = line && tickTarget(project, line, project.partyOrder[0] ?? null)
  if (!line || !target || !('done' in target))
    throw new Error(`No tick for ${line?.id}: ${JSON.stringify(target)}`)
  return { kind: 'tick', line: line.id, party: target.party, done: target.done }
}

/** Ids of the usual length, in order rather than random. */
function makeCounter(): () => string {
  let made = 0
  return () => String(made++).padStart(12, '0')
}

/**
 * Puts projects on a page's device the way a person would: as a backup file, through the settings. Resolves when the app
 * says they are in; the page is then at the settings.
 */
export async function importProjects(page: Page, projects: readonly BigProject[]): Promise<void> {
  const entries = projects.map(({ project, member, update }) => ({
    project,
    me: member,
    archivedAt: null,
    update,
  }))
  const file = writeBackup({ exportedAt: START, projects: entries, templates: [] })
  if ('refused' in file) throw new Error(`No backup was made: ${JSON.stringify(file)}`)
  await page.goto('/settings')
  await page.getByRole('button', { name: backup.import }).click()
  await page.locator('input[type=file]').setInputFiles({
    name: 'big.json',
    mimeType: 'application/json',
    buffer: Buffer.from(file.text),
  })
  await page.getByText(backup.dialog.doneTitle, { exact: true }).waitFor()
}
