import { projectOf } from './platform/projectPath.ts'
import { CATALOGUE_NAME, databaseName } from './storage/names.ts'
import { warmUp } from './storage/warmUp.ts'

// What a project's page needs, asked for before the code that every page shares has run: fetching it and opening the
// databases go on meanwhile. Evaluated first of all, so it imports next to nothing.

const project = projectOf(location.pathname)
if (project !== undefined) {
  warmUp(CATALOGUE_NAME)
  warmUp(databaseName(project))
  // A failure is told where the screen itself is loaded, which asks again.
  import('./ui/project/ProjectScreen.tsx').catch(() => {})
}
