import { type Accessor, createContext, useContext } from 'solid-js'
import type { AppUpdate } from '../platform/appUpdate.ts'
import type { Install } from '../platform/install.ts'
import type { Persistence } from '../platform/persistence.ts'
import type { Theme } from '../platform/theme.ts'
import type { Backups } from '../session/backup.ts'
import type { Projects } from '../session/projects.ts'
import type { Session } from '../session/session.ts'

/** Everything the screens may use, built once in main.tsx. */
export interface App {
  readonly projects: Projects
  readonly backups: Backups
  /** Opens a project for as long as a screen shows it; the screen closes it. */
  openSession(id: string): Session
  readonly update: AppUpdate
  readonly install: Install
  readonly persistence: Persistence
  readonly theme: Theme
  readonly online: Accessor<boolean>
}

const AppContext = createContext<App>()

export const AppProvider = AppContext.Provider

/** The app's services. Throws outside of AppProvider, which is a programming error. */
export function useApp(): App {
  const app = useContext(AppContext)
  if (!app) throw new Error('useApp is called outside of AppProvider')
  return app
}
