import * as Y from 'yjs'
import { makeDocument } from '../../document/document.ts'
import { readAll } from '../../document/read.ts'
import type { Template } from '../../domain/template.ts'
import { type ProjectToWrite, writeBackup } from '../../exchange/backup/write.ts'
import type { ProjectEntry } from '../../storage/database.ts'
import { faultOf } from '../../storage/faults.ts'
import type { BackupParts, ExportRefusal, ExportReport, LeftOut } from './contract.ts'
import { allEntries, encodeHere, entryHere, ownTemplates } from './here.ts'

/** Makes the file; see Backups.exportBackup. An open project needs no database, so it can be kept when that fails. */
export async function exportBackup(
  ids: readonly string[] | 'all',
  parts: BackupParts,
): Promise<ExportReport | ExportRefusal> {
  const { catalogue, now } = parts
  let wanted: readonly string[]
  let templates: readonly Template[] = []
  try {
    if (ids === 'all') templates = await ownTemplates(catalogue)
    wanted = ids === 'all' ? standing(await allEntries(catalogue)) : ids
  } catch (error) {
    return { refused: 'noneReadable', fault: faultOf(error) }
  }
  const projects: ProjectToWrite[] = []
  const left: LeftOut[] = []
  // One after the other: each holds a whole document.
  for (const id of wanted) {
    const entry = await entryHere(id, catalogue)
    const name = entry?.name ?? ''
    try {
      const { update, fault } = await encodeHere(id, parts)
      projects.push(projectToWrite(id, update, entry))
      if (fault) left.push({ id, name, fault, partly: true })
    } catch (error) {
      left.push({ id, name, fault: faultOf(error), partly: false })
    }
  }
  const [first] = left
  if (projects.length === 0 && first) return { refused: 'noneReadable', fault: first.fault }
  if (projects.length + templates.length === 0) return { refused: 'empty' }
  const written = writeBackup({ exportedAt: now(), projects, templates })
  if ('refused' in written) return written
  const name = fileName(projects.length === 1 ? projects[0]?.project.meta.name : undefined, now())
  return { file: new File([written.text], name, { type: 'application/json' }), left }
}

/** Ids of the rows that are not deleted. */
function standing(entries: readonly ProjectEntry[]): readonly string[] {
  return entries.filter(({ deletedAt }) => deletedAt === null).map(({ id }) => id)
}

function projectToWrite(id: string, update: Uint8Array, entry: ProjectEntry | undefined): ProjectToWrite {
  const doc = makeDocument()
  Y.applyUpdate(doc, update)
  const project = readAll(doc, id)
  doc.destroy()
  return { project, update, me: entry?.me || null, archivedAt: entry?.archivedAt ?? null }
}

/** As in `rollcall-acme-payroll-2026-05-03.json`: a name that every system takes. */
function fileName(project: string | undefined, now: number): string {
  const words = (project ?? 'backup')
    .normalize('NFKD')
    .toLowerCase()
    .match(/[a-z0-9]+/g) ?? ['project']
  const day = new Date(now).toISOString().slice(0, 10)
  return `rollcall-${words.join('-').slice(0, 60)}-${day}.json`
}
