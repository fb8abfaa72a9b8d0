import * as v from 'valibot'
import { type Backup, type BackupRefusal, COUNT_LIMIT, FORMAT, VERSION } from './format.ts'
import { oversize } from './measure.ts'
import { file, heading } from './schema.ts'

/**
 * Reads the text of a backup file, as described in docs/BACKUP.md. The text may be anything at all: what is refused is
 * named, what is not known is passed over. The updates in it are not decoded yet. Never throws.
 */
export function parseBackup(text: string): Backup | BackupRefusal {
  const tooMuch = oversize(text)
  if (tooMuch) return tooMuch
  const value = parsed(text)
  if (value === undefined) return { refused: 'notJson' }
  // A name that came as own `__proto__` is a member like any other, read by nobody.
  if (typeof value !== 'object' || value === null || !('format' in value) || value.format !== FORMAT) {
    return { refused: 'notABackup' }
  }
  const head = v.safeParse(heading, value)
  if (!head.success) return malformed(head.issues)
  if (head.output.version > VERSION) return { refused: 'newerVersion', version: head.output.version }
  const body = v.safeParse(file, value, { abortEarly: true })
  if (!body.success) return malformed(body.issues)
  const twice = firstTwice(body.output.projects.map(({ id }) => id))
  return twice < 0 ? body.output : { refused: 'malformed', path: `projects.${twice}.id` }
}

/** The value of a JSON text; undefined, which no JSON text is, where it is none. */
function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

function malformed(issues: readonly [v.BaseIssue<unknown>, ...v.BaseIssue<unknown>[]]): BackupRefusal {
  const [issue] = issues
  const path = v.getDotPath(issue) ?? ''
  const listed = path === 'projects' || path === 'templates'
  return listed && issue.type === 'max_length'
    ? { refused: 'tooLarge', what: 'entries', limit: COUNT_LIMIT }
    : { refused: 'malformed', path }
}

/** Index of the first entry that stood before already, or -1. */
function firstTwice(ids: readonly string[]): number {
  const seen = new Set<string>()
  return ids.findIndex((id) => seen.size === seen.add(id).size)
}
