import { navigate } from '../../platform/address.ts'
import { useApp } from '../app.ts'
import { PromptDialog } from '../controls/PromptDialog.tsx'
import { manage as t } from '../text/en/manage.ts'
import { project as words } from '../text/en/project.ts'
import { type PageDialogProps, usePage } from './page.ts'

/** Asks for the one name that renaming, duplicating or saving as a template needs, and does it. */
export default function NameDialog(props: PageDialogProps) {
  const page = usePage()
  const { projects } = useApp()
  const { kind } = props.about
  if (kind !== 'rename' && kind !== 'template' && kind !== 'duplicate')
    throw new Error(`No name is asked for ${kind}`)
  const { id } = page.session

  async function copy(name: string): Promise<void> {
    try {
      // What is not stored yet would be missing in the copy.
      await page.session.flush()
      if (kind === 'template') {
        await projects.saveAsTemplate(id, name)
        page.actions.say(words.templated(name))
      } else {
        const made = await projects.duplicate(id, name)
        page.actions.say(words.duplicated(name), { label: words.open, run: () => navigate(`/p/${made}`) })
      }
    } catch {
      page.actions.say(words.failedAction)
    }
  }

  return (
    <PromptDialog
      title={t[kind].title}
      label={t[kind].label}
      {...(kind === 'rename' ? {} : { hint: t[kind].hint })}
      value={kind === 'duplicate' ? t.duplicate.copyOf(page.name()) : page.name()}
      missing={t.nameNeeded}
      confirm={t[kind].action}
      onClose={props.onClose}
      onConfirm={(name) => {
        props.onClose()
        if (kind === 'rename') page.actions.run({ kind: 'renameProject', name }, { quiet: true })
        else void copy(name)
      }}
    />
  )
}
