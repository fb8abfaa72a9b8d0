import type { Session, SessionParts } from './session.ts'

/** The projects open on this page, so that what concerns the whole page can ask all of them. */
export interface OpenSessions {
  /** Loads the code that opens projects; the project list does without it. */
  load(): Promise<void>
  /** Opens a project. Throws before `load` is done, which is a programming error. */
  open(id: string): Session
  find(id: string): Session | undefined
  /** Writes what is pending everywhere; true when all of it is safely on this device. */
  saveAll(): Promise<boolean>
}

export function makeOpenSessions(parts: SessionParts): OpenSessions {
  const sessions = new Set<Session>()
  let openSession: typeof import('./session.ts').openSession | undefined
  return {
    async load() {
      openSession = (await import('./session.ts')).openSession
    },
    open(id) {
      if (!openSession) throw new Error(`The project ${id} is opened before its code is loaded`)
      const session = openSession(id, parts)
      const tracked: Session = {
        ...session,
        async close() {
          await session.close()
          sessions.delete(tracked)
        },
      }
      sessions.add(tracked)
      return tracked
    },
    find: (id) => [...sessions].find((session) => session.id === id),
    async saveAll() {
      const statuses = await Promise.all([...sessions].map((session) => session.flush()))
      return statuses.every((status) => status.state === 'saved')
    },
  }
}
