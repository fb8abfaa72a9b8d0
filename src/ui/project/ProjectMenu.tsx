import { createExport } from '../controls/createExport.ts'
import { Menu } from '../controls/Menu.tsx'
import { project as t } from '../text/en/project.ts'
import { createMedia } from './createMedia.ts'
import { usePage } from './page.ts'

/** Everything about the project as a whole. */
export function ProjectMenu() {
  const page = usePage()
  const { session, actions, show } = page
  const exportBackup = createExport((text, tone) => actions.say(text, undefined, tone), t.notExported)
  const mouse = createMedia('(any-pointer: fine)')
  const thirdParty = () => page.model.project().meta.thirdParty

  return (
    <Menu
      label={t.menu.label}
      items={[
        // A phone's bar has room for Undo alone.
        !page.wide() && {
          label: t.redo,
          icon: 'redo',
          disabled: session.redoable() === null,
          run: actions.redo,
        },
        ...(session.readOnly() ? [] : editing()),
        { label: t.menu.jump, icon: 'search', run: () => show({ kind: 'jump' }) },
        'rule',
        { label: t.menu.template, icon: 'table', run: () => show({ kind: 'template' }) },
        { label: t.menu.duplicate, icon: 'copy', run: () => show({ kind: 'duplicate' }) },
        { label: t.menu.backup, icon: 'download', run: () => void exportBackup([session.id]) },
        'rule',
        { label: t.menu.me(session.me().name), icon: 'party', run: () => show({ kind: 'introduce' }) },
        // A device with no mouse seldom has keys; where it has, "?" lists them too.
        mouse() && { label: t.menu.keys, icon: 'info', run: () => show({ kind: 'keys' }) },
      ]}
    />
  )

  function editing() {
    const takesPart = thirdParty()
    return [
      { label: t.menu.rename, icon: 'edit', run: () => show({ kind: 'rename' }) },
      { label: t.menu.parties, icon: 'party', run: () => show({ kind: 'parties' }) },
      { label: t.menu.stages, icon: 'details', run: () => show({ kind: 'stages' }) },
      {
        label: page.arranging() ? t.menu.arranged : t.menu.arrange,
        icon: 'drag',
        run: () => page.arrange(!page.arranging()),
      },
      {
        label: t.menu.third,
        checked: takesPart,
        run: () => actions.run({ kind: 'setThirdParty', takesPart: !takesPart }),
      },
    ] as const
  }
}
