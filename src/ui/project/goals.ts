import type { LineId, StageId } from '../../domain/model.ts'
import { project as t } from '../text/en/project.ts'
import type { ProjectPage } from './page.ts'

/** Somewhere to go or something to do on the page, with the lower-cased text by which it is found. */
export type Goal = { readonly name: string; readonly about: string; readonly search: string } & (
  | { readonly kind: 'line'; readonly id: LineId }
  | { readonly kind: 'stage'; readonly id: StageId }
  | { readonly kind: 'action'; readonly run: () => void }
)

/** All of them: actions first, then stages, then lines in the order of the table. */
export function goalsOf(page: ProjectPage): readonly Goal[] {
  const { model, session, show, actions } = page
  const project = model.project()
  const action = (name: string, run: () => void): Goal => ({
    kind: 'action',
    name,
    about: t.jump.action,
    search: name.toLowerCase(),
    run,
  })
  const stages = model.stageIds().map((id): Goal => {
    const name = project.stages.get(id)?.title ?? ''
    return { kind: 'stage', id, name, about: t.jump.stage, search: name.toLowerCase() }
  })
  const lines = [...project.lineOrder].flatMap(([stage, ids]) =>
    ids.map((id): Goal => {
      const about = project.stages.get(stage)?.title ?? t.stray
      const name = project.lines.get(id)?.text ?? ''
      return { kind: 'line', id, name, about, search: `${name} ${about}`.toLowerCase() }
    }),
  )
  const editing = [
    action(t.menu.parties, () => show({ kind: 'parties' })),
    action(t.menu.stages, () => show({ kind: 'stages' })),
    action(t.menu.rename, () => show({ kind: 'rename' })),
    action(t.undo, actions.undo),
    action(t.redo, actions.redo),
  ]
  return [
    ...(session.readOnly() ? [] : editing),
    action(t.menu.template, () => show({ kind: 'template' })),
    action(t.menu.duplicate, () => show({ kind: 'duplicate' })),
    action(t.menu.me(session.me().name), () => show({ kind: 'introduce' })),
    action(t.menu.keys, () => show({ kind: 'keys' })),
    ...stages,
    ...lines,
  ]
}
