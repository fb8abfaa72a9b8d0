import './start.ts'
import './ui/look/base.css'
import { createMemo, Match, onCleanup, Switch } from 'solid-js'
import { render } from 'solid-js/web'
import { followAddress, path } from './platform/address.ts'
import { firstScreen } from './platform/afterPaint.ts'
import { createAppUpdate } from './platform/appUpdate.ts'
import { createInstall } from './platform/install.ts'
import { createLeavingGuard } from './platform/leaving.ts'
import { createOnline } from './platform/online.ts'
import { createPersistence } from './platform/persistence.ts'
import { projectOf } from './platform/projectPath.ts'
import { createTheme } from './platform/theme.ts'
import { makeBackups } from './session/backup.ts'
import { makeOpenSessions } from './session/openSessions.ts'
import { createProjects } from './session/projects.ts'
import { makeCatalogue } from './storage/catalogue.ts'
import { openDatabase } from './storage/database.ts'
import { type App, AppProvider } from './ui/app.ts'
import { late } from './ui/controls/late.ts'
import { Shell } from './ui/controls/Shell.tsx'
import { commitFocusedField, isWriting } from './ui/controls/writing.ts'

const database = openDatabase()
const catalogue = makeCatalogue(database)
const now = () => Date.now()
const sessions = makeOpenSessions({ database, catalogue, now })

/** The project page comes with the code that opens projects, which the other pages do without. */
async function loadProjectScreen() {
  const [screen] = await Promise.all([import('./ui/project/ProjectScreen.tsx'), sessions.load()])
  return screen
}

const HomeScreen = late(() => import('./ui/catalogue/HomeScreen.tsx'))
const NewProjectScreen = late(() => import('./ui/catalogue/NewProjectScreen.tsx'))
const TemplatesScreen = late(() => import('./ui/catalogue/TemplatesScreen.tsx'))
const SettingsScreen = late(() => import('./ui/catalogue/SettingsScreen.tsx'))
const ProjectScreen = late(loadProjectScreen)
const NotFoundScreen = late(() => import('./ui/catalogue/NotFoundScreen.tsx'))

async function loadWorker() {
  // The copy for offline use and updates can wait for the screen.
  await firstScreen
  const { Workbox } = await import('workbox-window')
  return new Workbox('/service-worker.js')
}

/** Resolves with whether all that people did is stored, also what is in the field they are in. */
function saveAll(): Promise<boolean> {
  commitFocusedField()
  return sessions.saveAll()
}

/** What listens to the browser. Called once, inside the root, which owns it. */
function createApp(): App {
  onCleanup(followAddress())
  createLeavingGuard(sessions.unsaved)
  const worker = import.meta.env.PROD && 'serviceWorker' in navigator ? loadWorker() : undefined
  const projects = createProjects({ database, catalogue, now })
  void firstScreen.then(projects.purge)
  return {
    projects,
    backups: makeBackups({ database, catalogue, sessions, now }),
    openSession: sessions.open,
    update: createAppUpdate({ worker, isWriting, canReload: saveAll }),
    install: createInstall(),
    persistence: createPersistence(),
    theme: createTheme(),
    online: createOnline(),
  }
}

/** The screen that the address names. */
function Screen() {
  const project = createMemo(() => projectOf(path()))
  return (
    <Switch fallback={<NotFoundScreen />}>
      <Match when={path() === '/'}>
        <HomeScreen />
      </Match>
      <Match when={path() === '/new'}>
        <NewProjectScreen />
      </Match>
      <Match when={path() === '/templates'}>
        <TemplatesScreen />
      </Match>
      <Match when={path() === '/settings'}>
        <SettingsScreen />
      </Match>
      <Match when={project()}>{(id) => <ProjectScreen id={id()} />}</Match>
    </Switch>
  )
}

const root = document.getElementById('root')
if (!root) throw new Error('index.html has no element with the id "root"')

render(
  () => (
    <AppProvider value={createApp()}>
      <Shell>
        <Screen />
      </Shell>
    </AppProvider>
  ),
  root,
)
