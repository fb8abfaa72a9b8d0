import { type Accessor, createSignal, untrack } from 'solid-js'
import type { Session, SessionParts } from './session.ts'

/** The projects open on this page, so that what concerns the whole page can ask all of them. */
export interface OpenSessions {
  /** Loads the code that opens projects; the project list does without it. */
  load(): Promise<void>
  /**
   * Opens a project; its `close` counts, and more than one may have it open. What could not be saved keeps the session
   * though its screen was left, and opening it again gives that one. Throws before `load` is done, a programming error.
   */
  open(id: string): Session
  /** The session of a project that is loaded and not closed. One that is still loading holds a part only. */
  find(id: string): Session | undefined
  /** True while something could not be saved, in whichever project: it is lost with this page. */
  readonly unsaved: Accessor<boolean>
  /** Writes what is pending everywhere; true when all of it is safely on this device. */
  saveAll(): Promise<boolean>
}

interface Held {
  readonly session: Session
  /** Screens that have it open. */
  users: number
}

/** Makes the sessions of this page, none at first. */
export function makeOpenSessions(parts: SessionParts): OpenSessions {
  const [held, setHeld] = createSignal<readonly Held[]>([])
  const all = () => untrack(held)
  let openSession: typeof import('./session.ts').openSession | undefined
  const find = (id: string) => all().find(({ session }) => session.id === id && session.phase() === 'ready')

  async function leave(one: Held): Promise<void> {
    one.users--
    const { state } = await one.session.flush()
    // Opened again meanwhile, or the only place where some edits are: the journal goes on trying.
    if (one.users > 0 || (state !== 'saved' && one.session.phase() === 'ready')) return
    if (!all().includes(one)) return
    setHeld(all().filter((other) => other !== one))
    await one.session.close()
  }

  return {
    async load() {
      openSession = (await import('./session.ts')).openSession
    },
    open(id) {
      if (!openSession) throw new Error(`The project ${id} is opened before its code is loaded`)
      const one: Held = find(id) ?? { session: openSession(id, parts), users: 0 }
      if (!all().includes(one)) setHeld([...all(), one])
      one.users++
      return { ...one.session, close: () => leave(one) }
    },
    find: (id) => find(id)?.session,
    unsaved: () => held().some(({ session }) => session.phase() === 'ready' && hasUnsaved(session)),
    async saveAll() {
      const statuses = await Promise.all(all().map(({ session }) => session.flush()))
      return statuses.every((status) => status.state === 'saved')
    },
  }
}

/** What of the stored project cannot be read stays told as a failure, though every edit of it is saved. */
function hasUnsaved(session: Session): boolean {
  const status = session.saving()
  return status.state === 'failed' && status.fault !== session.unread()
}
