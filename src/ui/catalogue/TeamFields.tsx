import { Index, Show } from 'solid-js'
import type { SetStoreFunction } from 'solid-js/store'
import { NAME_LIMIT } from '../../domain/command.ts'
import type { SetupContact, TemplateParty } from '../../domain/template.ts'
import { Button, IconButton } from '../controls/Button.tsx'
import { PartyChip } from '../controls/PartyChip.tsx'
import { TextField } from '../controls/TextField.tsx'
import { newProject as t } from '../text/en/newProject.ts'
import type { Draft } from './draft.ts'

const EMPTY: SetupContact = { name: '', email: '', phone: '' }

/** The team and the contacts of one party, all of which can wait. */
export function TeamFields(props: {
  party: TemplateParty
  draft: Draft
  setDraft: SetStoreFunction<Draft>
  /** Whether what is wrong is to be said: not before someone wanted to go on. */
  checked: boolean
}) {
  let adding!: HTMLButtonElement
  const key = () => props.party.key
  const team = () => props.draft.teams[key()]
  const contacts = () => team()?.contacts ?? []

  function write(next: Partial<{ team: string; contacts: SetupContact[] }>): void {
    props.setDraft('teams', key(), { team: team()?.team ?? '', contacts: contacts(), ...next })
  }
  function edit(at: number, fields: Partial<SetupContact>): void {
    write({
      contacts: contacts().map((contact, index) => (index === at ? { ...contact, ...fields } : contact)),
    })
  }

  return (
    <fieldset class="team">
      <legend>
        <PartyChip code={props.party.code} colour={props.party.colour} /> {props.party.role}
      </legend>
      <TextField
        label={t.team}
        value={team()?.team ?? ''}
        onInput={(value) => write({ team: value })}
        maxLength={NAME_LIMIT}
        autocomplete="off"
      />
      <Index each={contacts()}>
        {(contact, index) => (
          <fieldset class="contact" aria-label={t.contact(index + 1)}>
            <div class="contact-head">
              <span>{t.contact(index + 1)}</span>
              <IconButton
                icon="close"
                label={t.removeContact(index + 1)}
                onClick={() => {
                  write({ contacts: contacts().filter((_, at) => at !== index) })
                  adding.focus()
                }}
              />
            </div>
            <TextField
              label={t.contactName}
              value={contact().name}
              onInput={(name) => edit(index, { name })}
              maxLength={NAME_LIMIT}
              autocomplete="off"
            />
            <div class="contact-pair">
              <TextField
                label={t.email}
                type="email"
                inputmode="email"
                value={contact().email}
                error={props.checked && !isEmail(contact().email) ? t.errors.email : undefined}
                onInput={(email) => edit(index, { email })}
                maxLength={NAME_LIMIT}
                autocomplete="off"
              />
              <TextField
                label={t.phone}
                type="tel"
                inputmode="tel"
                value={contact().phone}
                onInput={(phone) => edit(index, { phone })}
                maxLength={NAME_LIMIT}
                autocomplete="off"
              />
            </div>
          </fieldset>
        )}
      </Index>
      <Show when={contacts().length < 20}>
        <Button
          ref={adding}
          kind="quiet"
          icon="add"
          class="team-add"
          aria-label={t.addContactTo(props.party.code)}
          onClick={(event) => {
            write({ contacts: [...contacts(), EMPTY] })
            event.currentTarget.previousElementSibling?.querySelector('input')?.focus()
          }}
        >
          {t.addContact}
        </Button>
      </Show>
    </fieldset>
  )
}

/** Whether a text can be an email address, or is none at all. What is one for sure, only a mail to it can tell. */
function isEmail(text: string): boolean {
  return text.trim() === '' || /^\S+@\S+$/.test(text.trim())
}
