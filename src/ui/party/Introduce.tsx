import { createSignal } from 'solid-js'
import { NAME_LIMIT } from '../../domain/command.ts'
import { useApp } from '../app.ts'
import { Button } from '../controls/Button.tsx'
import { RadioGroup } from '../controls/Choice.tsx'
import { Dialog } from '../controls/Dialog.tsx'
import { TextField } from '../controls/TextField.tsx'
import { type PageDialogProps, usePage } from '../project/page.ts'
import { manage as t } from '../text/en/manage.ts'

const NOBODY = ''

/** Asks who one is in this project. What was being done when it was asked goes on after either answer. */
export default function Introduce(props: PageDialogProps) {
  const page = usePage()
  const { projects } = useApp()
  const { me } = page.session
  const [typed, setTyped] = createSignal<string>()
  // The device's name may still be on its way from storage.
  const name = () => typed() ?? (me().name || projects.displayName())
  const [party, setParty] = createSignal<string | null>(me().party)
  const [error, setError] = createSignal<string>()
  let field: HTMLElement | undefined

  function close(): void {
    const { about } = props
    props.onClose()
    if (about.kind === 'introduce') about.next?.()
  }
  function submit(event: SubmitEvent): void {
    event.preventDefault()
    if (name().trim() === '') {
      setError(t.introduce.nameNeeded)
      field?.focus()
      return
    }
    if (!page.actions.run({ kind: 'introduce', name: name(), party: party() || null }, { quiet: true }))
      return
    projects.setDisplayName(name().trim())
    close()
  }

  return (
    <Dialog title={t.introduce.title} onClose={close}>
      <form class="dialog-form" onSubmit={submit} noValidate>
        <p>{t.introduce.text}</p>
        <TextField
          ref={(element) => {
            field = element
          }}
          label={t.introduce.name}
          value={name()}
          onInput={(text) => {
            setTyped(text)
            setError(undefined)
          }}
          error={error()}
          maxLength={NAME_LIMIT}
          autocomplete="name"
          autofocus
        />
        <RadioGroup
          legend={t.introduce.party}
          value={party() ?? NOBODY}
          onChange={(id) => setParty(id === NOBODY ? null : id)}
          options={[
            ...page
              .present()
              .map(({ id, code, role, team }) => ({ value: id, label: code, hint: team || role })),
            { value: NOBODY, label: t.introduce.none },
          ]}
        />
        <div class="dialog-actions">
          <Button onClick={close}>{t.introduce.later}</Button>
          <Button kind="primary" type="submit">
            {t.introduce.action}
          </Button>
        </div>
      </form>
    </Dialog>
  )
}
