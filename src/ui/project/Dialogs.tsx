import { type Component, lazy, Show, Suspense } from 'solid-js'
import { type PageDialog, type PageDialogProps, usePage } from './page.ts'

const Name = lazy(() => import('./NameDialog.tsx'))

const dialogs: Readonly<Record<PageDialog['kind'], Component<PageDialogProps>>> = {
  ask: lazy(() => import('../stage/AskParty.tsx')),
  introduce: lazy(() => import('../party/Introduce.tsx')),
  filter: lazy(() => import('./FilterDialog.tsx')),
  parties: lazy(() => import('../party/Parties.tsx')),
  stages: lazy(() => import('../stage/Stages.tsx')),
  jump: lazy(() => import('./Jump.tsx')),
  keys: lazy(() => import('./Shortcuts.tsx')),
  rename: Name,
  template: Name,
  duplicate: Name,
}

/** The one open dialog. Each is loaded when first asked for. */
export function Dialogs() {
  const page = usePage()
  return (
    <Suspense>
      <Show when={page.dialog()} keyed>
        {(about) => {
          const Open = dialogs[about.kind]
          return <Open about={about} onClose={() => page.dialog() === about && page.show(null)} />
        }}
      </Show>
    </Suspense>
  )
}
