import type { Project } from '../../domain/model.ts'
import type { Template } from '../../domain/template.ts'
import { toBase64 } from './base64.ts'
import { type BackupRefusal, COUNT_LIMIT, FILE_LIMIT, FORMAT, type StoredProject, VERSION } from './format.ts'
import { oversize } from './measure.ts'
import { iso, readableOf } from './readable.ts'

/** A project to be written, with its whole document as one Yjs V1 update. */
export interface ProjectToWrite extends Omit<StoredProject, 'id'> {
  readonly project: Project
}

/**
 * The text of a backup file, as described in docs/BACKUP.md. Refused where it would be beyond what reading takes, since
 * a file that cannot be taken in again is no backup.
 */
export function writeBackup(contents: {
  readonly exportedAt: number
  readonly projects: readonly ProjectToWrite[]
  readonly templates: readonly Template[]
}): { readonly text: string } | Extract<BackupRefusal, { refused: 'tooLarge' | 'tooDeep' }> {
  const { exportedAt, projects, templates } = contents
  if (Math.max(projects.length, templates.length) > COUNT_LIMIT) {
    return { refused: 'tooLarge', what: 'entries', limit: COUNT_LIMIT }
  }
  // Base64 spells three bytes as four, so what is clearly too much is told before it is written.
  const bytes = projects.reduce((sum, { update }) => sum + (update.length / 3) * 4, 0)
  if (bytes > FILE_LIMIT) return { refused: 'tooLarge', what: 'bytes', limit: FILE_LIMIT }
  const file = {
    format: FORMAT,
    version: VERSION,
    exportedAt: iso(exportedAt),
    app: 'Rollcall',
    projects: projects.map(({ project, me, archivedAt, update }) => ({
      id: project.id,
      me,
      archivedAt: archivedAt === null ? null : iso(archivedAt),
      readable: readableOf(project),
      update: toBase64(update),
    })),
    templates,
  }
  // Indented by one: someone who opens the file sees its structure, and the file stays small.
  const text = `${JSON.stringify(file, null, 1)}\n`
  if (new Blob([text]).size > FILE_LIMIT) return { refused: 'tooLarge', what: 'bytes', limit: FILE_LIMIT }
  return oversize(text) ?? { text }
}
