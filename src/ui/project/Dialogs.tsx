import { type Component, Show } from 'solid-js'
import { LatePart } from '../controls/LatePart.tsx'
import { late } from '../controls/late.ts'
import { type PageDialog, type PageDialogProps, usePage } from './page.ts'

const Name = late(() => import('./NameDialog.tsx'))

const dialogs: Readonly<Record<PageDialog['kind'], Component<PageDialogProps>>> = {
  ask: late(() => import('../stage/AskParty.tsx')),
  introduce: late(() => import('../party/Introduce.tsx')),
  filter: late(() => import('./FilterDialog.tsx')),
  parties: late(() => import('../party/Parties.tsx')),
  stages: late(() => import('../stage/Stages.tsx')),
  jump: late(() => import('./Jump.tsx')),
  keys: late(() => import('./Shortcuts.tsx')),
  rename: Name,
  template: Name,
  duplicate: Name,
}

/** The one open dialog. Each is loaded when first asked for. */
export function Dialogs() {
  const page = usePage()
  return (
    <Show when={page.dialog()} keyed>
      {(about) => {
        const Open = dialogs[about.kind]
        const close = () => page.dialog() === about && page.show(null)
        return (
          <LatePart ask={(wanted) => (wanted ? page.show(about) : close())}>
            <Open about={about} onClose={close} />
          </LatePart>
        )
      }}
    </Show>
  )
}
