import { FILE_LIMIT } from '../../exchange/backup/format.ts'
import { faultOf } from '../../storage/faults.ts'
import { type CheckRun, checkInWorker } from './checkInWorker.ts'
import type { BackupParts, ImportOptions, ImportRefusal, ImportReport } from './contract.ts'
import type { CheckedProject, Known } from './decode.ts'
import { encodeHere, ownTemplates } from './here.ts'
import { newTemplates } from './templates.ts'

/** Takes a file in; see Backups.importBackup. */
export async function importBackup(
  file: Blob,
  { signal, onProgress }: ImportOptions,
  parts: BackupParts & Pick<CheckRun, 'startWorker'>,
): Promise<ImportReport | ImportRefusal> {
  const { catalogue, startWorker } = parts
  if (file.size > FILE_LIMIT) return { refused: 'tooLarge', what: 'bytes', limit: FILE_LIMIT }
  const deleted = new Set<string>()

  async function known(id: string): Promise<Known[]> {
    const entry = await catalogue.find(id)
    if (!entry) return []
    if (entry.deletedAt !== null) deleted.add(id)
    // A project that cannot be read is one more reason to take in its backup, beside what is stored of it.
    const here = await encodeHere(id, parts).catch(() => null)
    return [{ id, me: entry.me, update: here?.update ?? null }]
  }

  try {
    const own = await ownTemplates(catalogue)
    const checked = await checkInWorker(file, {
      ...(signal && { signal }),
      ...(onProgress && { onProgress }),
      ...(startWorker && { startWorker }),
      now: parts.now(),
      know: async (ids) => {
        const all: Known[] = []
        // One after the other: each holds a whole document.
        for (const id of ids) all.push(...(await known(id)))
        return all
      },
    })
    if ('refused' in checked) return checked
    const total = checked.projects.length
    onProgress?.({ step: 'saving', done: total, total })
    const projects = checked.projects.map((project) =>
      deleted.has(project.entry.id) ? { ...project, outcome: 'added' as const } : project,
    )
    const changed = projects.filter(({ outcome }) => outcome !== 'unchanged')
    const templates = newTemplates(checked.templates, own)
    if (changed.length + templates.length > 0) await catalogue.add(changed, templates)
    return report(projects, templates.length, checked.templates.length)
  } catch (error) {
    return { refused: 'notSaved', fault: faultOf(error) }
  }
}

function report(projects: readonly CheckedProject[], added: number, templates: number): ImportReport {
  return {
    projects: projects.map(({ entry: { id, name }, outcome }) => ({ id, name, outcome })),
    templates: { added, unchanged: templates - added },
  }
}
