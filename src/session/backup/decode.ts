import * as Y from 'yjs'
import { makeDocument } from '../../document/document.ts'
import { readAll } from '../../document/read.ts'
import type { Template } from '../../domain/template.ts'
import type { Backup, BackupRefusal, StoredProject } from '../../exchange/backup/format.ts'
import { parseBackup } from '../../exchange/backup/parse.ts'
import type { ProjectEntry } from '../../storage/database.ts'
import { newId } from '../ids.ts'
import { newEntry } from '../summary.ts'
import type { ImportProgress, ImportRefusal } from './contract.ts'
import { type Decoded, decodeUpdate } from './update.ts'

/** What this device already has of a project in the file. */
export interface Known {
  readonly id: string
  readonly me: string
  /** Null where it is stored but cannot be read. */
  readonly update: Uint8Array | null
}

/** A project of the file, ready to be stored: its own update, and the list's row of what it becomes here. */
export interface CheckedProject {
  readonly entry: ProjectEntry
  readonly update: Uint8Array
  readonly outcome: 'added' | 'merged' | 'unchanged'
}

export interface Checked {
  readonly projects: readonly CheckedProject[]
  readonly templates: readonly Template[]
}

export interface CheckOptions {
  readonly now: number
  /** Asked once for what this device has of the projects with these ids. */
  readonly know: (ids: readonly string[]) => Promise<readonly Known[]>
  readonly onProgress: (progress: ImportProgress) => void
}

/**
 * Reads a backup file wholly: text, documents, and what each becomes when merged with what is here. Never rejects for
 * what is in the file, but may take any time and memory for a hostile one: to be called in a worker that can be killed.
 */
export async function checkFile(file: Blob, options: CheckOptions): Promise<Checked | ImportRefusal> {
  options.onProgress({ step: 'reading', done: 0, total: 0 })
  const text = await textOf(file)
  if (typeof text !== 'string') return text
  const backup = parseBackup(text)
  return 'refused' in backup ? backup : checkBackup(backup, options)
}

/** The file's text; bytes that are not UTF-8 are no JSON. */
async function textOf(file: Blob): Promise<string | ImportRefusal> {
  let bytes: ArrayBuffer
  try {
    bytes = await file.arrayBuffer()
  } catch {
    return { refused: 'unreadable' }
  }
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    return { refused: 'notJson' }
  }
}

async function checkBackup(backup: Backup, options: CheckOptions): Promise<Checked | BackupRefusal> {
  const total = backup.projects.length
  const known = new Map((await options.know(backup.projects.map(({ id }) => id))).map((one) => [one.id, one]))
  const projects: CheckedProject[] = []
  for (const [index, stored] of backup.projects.entries()) {
    options.onProgress({ step: 'checking', done: index, total })
    const decoded = decodeUpdate(stored.id, stored.update, `projects.${index}.update`)
    if ('refused' in decoded) return decoded
    projects.push(checkedProject(stored, decoded, known.get(stored.id), options.now))
    decoded.doc.destroy()
  }
  return { projects, templates: backup.templates }
}

/** What a project of the file becomes here. Changes the decoded document where it is merged with what is known. */
function checkedProject(
  { id, me, archivedAt, update }: StoredProject,
  { doc, project }: Decoded,
  known: Known | undefined,
  now: number,
): CheckedProject {
  if (!known) {
    const member = me !== null && project.members.has(me) ? me : newId()
    return { entry: { ...newEntry(project, member, now), archivedAt }, update, outcome: 'added' }
  }
  let outcome: CheckedProject['outcome'] = 'merged'
  if (known.update) {
    const here = makeDocument()
    Y.applyUpdate(here, known.update)
    if (Y.snapshotContainsUpdate(Y.snapshot(here), update)) outcome = 'unchanged'
    here.destroy()
    Y.applyUpdate(doc, known.update)
  }
  return { entry: newEntry(readAll(doc, id), known.me, now), update, outcome }
}
