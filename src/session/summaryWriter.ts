import type { Accessor } from 'solid-js'
import type { MemberId, Project } from '../domain/model.ts'
import type { Catalogue } from '../storage/catalogue.ts'
import { summaryOf } from './summary.ts'

const DELAY_MS = 400

/**
 * Writes an open project's summary into the catalogue, a moment after its last change. The summary is told anew from the
 * document each time, so losing a write loses nothing.
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

  function write(): Promise<void> {
    timer = null
    // A full or closed database is told by the saving status; the list then shows the state before.
    return catalogue.patch(id, { ...summaryOf(project(), member()), changedAt: now() }).catch(() => {})
  }

  return {
    schedule(): void {
      if (timer !== null) clearTimeout(timer)
      timer = setTimeout(write, DELAY_MS)
    },
    async close(): Promise<void> {
      if (timer === null) return
      clearTimeout(timer)
      await write()
    },
  }
}
