import { createSignal, Show, untrack } from 'solid-js'
import { NAME_LIMIT, TEXT_LIMIT } from '../../domain/command.ts'
import type { ContactId, PartyId } from '../../domain/model.ts'
import { Button } from '../controls/Button.tsx'
import { Checkbox } from '../controls/Choice.tsx'
import { TextField } from '../controls/TextField.tsx'
import { usePage } from '../project/page.ts'
import { manage } from '../text/en/manage.ts'

const t = manage.parties

/** Writes a contact of a party; null makes a new one. */
export function ContactForm(props: { party: PartyId; contact: ContactId | null; onDone: () => void }) {
  const page = usePage()
  const known = props.contact === null ? undefined : untrack(page.contacts).get(props.contact)
  const [name, setName] = createSignal(known?.name ?? '')
  const [email, setEmail] = createSignal(known?.email ?? '')
  const [phone, setPhone] = createSignal(known?.phone ?? '')
  const [note, setNote] = createSignal(known?.note ?? '')
  const [backup, setBackup] = createSignal(known?.backup ?? false)
  const [error, setError] = createSignal<string>()
  let field: HTMLElement | undefined

  function submit(event: SubmitEvent): void {
    event.preventDefault()
    if (name().trim() === '') {
      setError(t.nameNeeded)
      field?.focus()
      return
    }
    const fields = { name: name(), email: email(), phone: phone(), note: note(), backup: backup() }
    const command =
      props.contact === null
        ? ({ kind: 'addContact', party: props.party, ...fields } as const)
        : ({ kind: 'editContact', contact: props.contact, ...fields } as const)
    if (page.actions.run(command, { quiet: true })) props.onDone()
  }
  function remove(contact: ContactId): void {
    if (page.actions.run({ kind: 'removeContact', contact })) props.onDone()
  }

  return (
    <form class="dialog-form" onSubmit={submit} noValidate>
      <TextField
        ref={(element) => {
          field = element
          queueMicrotask(() => element.focus())
        }}
        label={t.name}
        value={name()}
        onInput={(text) => {
          setName(text)
          setError(undefined)
        }}
        error={error()}
        maxLength={NAME_LIMIT}
        autocomplete="off"
      />
      <TextField
        label={t.phone}
        type="tel"
        value={phone()}
        onInput={setPhone}
        maxLength={NAME_LIMIT}
        optional
        autocomplete="off"
      />
      <TextField
        label={t.email}
        type="email"
        value={email()}
        onInput={setEmail}
        maxLength={NAME_LIMIT}
        optional
        autocomplete="off"
      />
      <TextField
        label={t.note}
        value={note()}
        onInput={setNote}
        maxLength={TEXT_LIMIT}
        optional
        autocomplete="off"
      />
      <Checkbox label={t.backup} hint={t.backupHint} checked={backup()} onChange={setBackup} />
      <div class="dialog-actions">
        <Show when={props.contact}>
          {(contact) => (
            <Button kind="danger" onClick={() => remove(contact())}>
              {t.removeContact}
            </Button>
          )}
        </Show>
        <Button onClick={() => props.onDone()}>{manage.cancel}</Button>
        <Button kind="primary" type="submit">
          {props.contact === null ? manage.add : manage.save}
        </Button>
      </div>
    </form>
  )
}
