import './ui/look/base.css'
import { Route, Router } from '@solidjs/router'
import { lazy } from 'solid-js'
import { render } from 'solid-js/web'
import { Workbox } from 'workbox-window'
import { createAppUpdate } from './platform/app-update.ts'
import { createInstall } from './platform/install.ts'
import { createOnline } from './platform/online.ts'
import { createPersistence } from './platform/persistence.ts'
import { createTheme } from './platform/theme.ts'
import { makeBackups } from './session/backup.ts'
import { makeOpenSessions } from './session/openSessions.ts'
import { createProjects } from './session/projects.ts'
import { makeCatalogue } from './storage/catalogue.ts'
import { openDatabase } from './storage/database.ts'
import { type App, AppProvider } from './ui/app.ts'
import HomeScreen from './ui/catalogue/HomeScreen.tsx'
import { Shell } from './ui/controls/Shell.tsx'
import ProjectScreen from './ui/project/ProjectScreen.tsx'

const NewProjectScreen = lazy(() => import('./ui/catalogue/NewProjectScreen.tsx'))
const TemplatesScreen = lazy(() => import('./ui/catalogue/TemplatesScreen.tsx'))
const SettingsScreen = lazy(() => import('./ui/catalogue/SettingsScreen.tsx'))
const NotFoundScreen = lazy(() => import('./ui/catalogue/NotFoundScreen.tsx'))

/** Builds everything the screens use. Called once, inside the root, so that what listens to the browser is owned by it. */
function createApp(): App {
  const database = openDatabase()
  const catalogue = makeCatalogue(database)
  const now = () => Date.now()
  const sessions = makeOpenSessions({ database, catalogue, now })
  const worker =
    import.meta.env.PROD && 'serviceWorker' in navigator ? new Workbox('/service-worker.js') : undefined
  return {
    projects: createProjects({ database, catalogue, now }),
    backups: makeBackups({ database, catalogue, sessions, now }),
    openSession: sessions.open,
    update: createAppUpdate({ worker, canReload: sessions.saveAll }),
    install: createInstall(),
    persistence: createPersistence(),
    theme: createTheme(),
    online: createOnline(),
  }
}

const root = document.getElementById('root')
if (!root) throw new Error('index.html has no element with the id "root"')

render(
  () => (
    <AppProvider value={createApp()}>
      <Router root={Shell}>
        <Route path="/" component={HomeScreen} />
        <Route path="/new" component={NewProjectScreen} />
        <Route path="/templates" component={TemplatesScreen} />
        <Route path="/settings" component={SettingsScreen} />
        <Route path="/p/:id" component={ProjectScreen} />
        <Route path="*" component={NotFoundScreen} />
      </Router>
    </AppProvider>
  ),
  root,
)
