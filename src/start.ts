import { databaseName } from './storage/names.ts'
import { warmUp } from './storage/warmUp.ts'

// What a project's page needs, asked for before the code that every page shares has run: fetching it and opening the
// databases go on meanwhile. Evaluated first of all, so it imports next to nothing.

const project = /^\/p\/([\w-]{1,64})\/*$/.exec(location.pathname)?.[1]
if (project !== undefined) {
  warmUp('rollcall')
  warmUp(databaseName(project))
  // A failure is told where the screen itself is loaded, which asks again.
  import('./ui/project/ProjectScreen.tsx').catch(() => {})
}
