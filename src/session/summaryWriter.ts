import type { Accessor } from 'solid-js'
import type { MemberId, Project } from '../domain/model.ts'
import type { Catalogue } from '../storage/catalogue.ts'
import { summaryOf } from './summary.ts'

const DELAY_MS = 400

/**
 * Writes an open project's summary into the catalogue, a moment after its last change, and when it was opened, a moment
 * after that: neither may hold up what is on screen. The summary is told anew from the document each time, so losing a
 * write loses nothing.
 */
export function makeSummaryWriter(options: {
  catalogue: Catalogue
  id: string
  project: Accessor<Project>
  member: Accessor<MemberId>
  now: () => number
}) {
  const { catalogue, id, project, member, now } = options
  let timer: ReturnType<typeof setTimeout> | null = null
  let opened: { openedAt?: number } = {}
  let changed = false

  function write(): Promise<void> {
    timer = null
    const fields = changed ? { ...opened, ...summaryOf(project(), member()), changedAt: now() } : opened
    opened = {}
    changed = false
    // A full or closed database is told by the saving status; the list then shows the state before.
    return catalogue.patch(id, fields).catch(() => {})
  }
  function schedule(): void {
    if (timer !== null) clearTimeout(timer)
    timer = setTimeout(write, DELAY_MS)
  }

  return {
    /** The project was opened now. */
    opened(): void {
      opened = { openedAt: now() }
      schedule()
    },
    /** The document changed. */
    changed(): void {
      changed = true
      schedule()
    },
    async close(): Promise<void> {
      if (timer === null) return
      clearTimeout(timer)
      await write()
    },
  }
}
