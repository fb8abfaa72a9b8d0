import type { Template } from '../../domain/template.ts'
import { builtIn } from '../../domain/templates/builtIn.ts'
import type { Projects } from '../../session/projects.ts'

// Part of the code of the screens that need templates, so that a screen that comes has some.

/** All templates there are to choose from: the built-in ones first, then one's own. */
export const templatesOf = (projects: Projects): readonly Template[] => [
  ...builtIn,
  ...projects.ownTemplates(),
]

/** Whether a template comes with the app, which no one renames or deletes. */
export const isBuiltIn = (id: string): boolean => builtIn.some((template) => template.id === id)
