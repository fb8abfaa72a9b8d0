import { createSignal, For, Match, Show, Switch } from 'solid-js'
import type { ContactId, Party, PartyId } from '../../domain/model.ts'
import { takesPart } from '../../domain/owner.ts'
import { Button, IconButton } from '../controls/Button.tsx'
import { Dialog } from '../controls/Dialog.tsx'
import { Menu } from '../controls/Menu.tsx'
import { PartyChip } from '../controls/PartyChip.tsx'
import { type PageDialogProps, usePage } from '../project/page.ts'
import { manage } from '../text/en/manage.ts'
import { ContactForm } from './ContactForm.tsx'
import { ContactLinks, contactsOf } from './ContactLinks.tsx'
import { codeOf } from './code.ts'
import { PartyForm } from './PartyForm.tsx'
import './parties.css'

const t = manage.parties

/** What the dialog shows: the list, or the form of one party or contact (null: a new one). */
type View =
  | { readonly kind: 'list' }
  | { readonly kind: 'party'; readonly party: PartyId | null }
  | { readonly kind: 'contact'; readonly party: PartyId; readonly contact: ContactId | null }

const LIST: View = { kind: 'list' }

/** The parties of a project with their teams and contacts. */
export default function Parties(props: PageDialogProps) {
  const page = usePage()
  const [view, setView] = createSignal<View>(LIST)
  const parties = () => page.model.project().partyOrder.flatMap((id) => page.parties().get(id) ?? [])
  const of = <K extends View['kind']>(kind: K) => {
    const now = view()
    return now.kind === kind ? (now as Extract<View, { kind: K }>) : undefined
  }
  const title = () => {
    const [party, contact] = [of('party'), of('contact')]
    if (party) return party.party === null ? t.add : t.edit(codeOf(page.parties(), party.party))
    if (!contact) return t.title
    const named = contact.contact === null ? undefined : page.contacts().get(contact.contact)
    return named ? t.editContact(named.name) : t.addContactTo(codeOf(page.parties(), contact.party))
  }
  let content!: HTMLDivElement
  let pressed: string | null = null

  function show(next: View): void {
    pressed = document.activeElement && nameOf(document.activeElement)
    setView(next)
  }

  /** Back to the list, and to the button that led away from it if that is still there. */
  function showList(): void {
    setView(LIST)
    const buttons = [...content.querySelectorAll('button')]
    const button = buttons.find((other) => nameOf(other) === pressed) ?? buttons[0]
    button?.focus()
  }

  /** A form is left for the list, the list for the page. */
  function back(): void {
    if (view().kind === 'list') {
      props.onClose()
      return
    }
    // Without a press since the last Esc, browsers close a dialog unasked; this one stays, with the list.
    const dialog = content.closest('dialog')
    if (dialog && !dialog.open) dialog.showModal()
    showList()
  }

  return (
    <Dialog title={title()} onClose={back} size="tall">
      <div class="parties" ref={content}>
        <Switch>
          <Match when={of('list')}>
            <For each={parties()}>
              {(party, index) => (
                <PartyItem party={party} index={index()} count={parties().length} onView={show} />
              )}
            </For>
            <Button icon="add" onClick={() => show({ kind: 'party', party: null })}>
              {t.add}
            </Button>
          </Match>
          <Match when={of('party')} keyed>
            {({ party }) => <PartyForm party={party} onDone={showList} />}
          </Match>
          <Match when={of('contact')} keyed>
            {({ party, contact }) => <ContactForm party={party} contact={contact} onDone={showList} />}
          </Match>
        </Switch>
      </div>
    </Dialog>
  )
}

const nameOf = (button: Element): string => button.ariaLabel ?? button.textContent ?? ''

function PartyItem(props: { party: Party; index: number; count: number; onView: (view: View) => void }) {
  const page = usePage()
  const { run } = page.actions
  const id = () => props.party.id
  const people = () => contactsOf(page.contacts().values(), id())
  const absent = () => !takesPart(props.party, page.model.project().meta)

  function move(by: 1 | -1): void {
    const order = page.model.project().partyOrder
    const after = order[by === -1 ? props.index - 2 : props.index + 1] ?? null
    run({ kind: 'moveParty', party: id(), after }, { quiet: true })
  }

  return (
    <section class="party" aria-label={props.party.code}>
      <div class="party-head">
        <PartyChip code={props.party.code} colour={props.party.colour} />
        <div class="party-words">
          <p class="party-team">{props.party.team || t.noTeam}</p>
          <p class="field-hint">
            {props.party.role}
            <Show when={absent()}> · {t.absent}</Show>
          </p>
        </div>
        <IconButton
          icon="edit"
          label={t.edit(props.party.code)}
          onClick={() => props.onView({ kind: 'party', party: id() })}
        />
        <Menu
          label={t.menu(props.party.code)}
          items={[
            props.index > 0 && { label: t.up, icon: 'up', run: () => move(-1) },
            props.index < props.count - 1 && { label: t.down, icon: 'down', run: () => move(1) },
            'rule',
            {
              label: t.remove,
              icon: 'remove',
              danger: true,
              run: () => run({ kind: 'removeParty', party: id() }),
            },
          ]}
        />
      </div>
      <For each={people()}>
        {(contact) => (
          <div class="party-contact">
            <ContactLinks contact={contact} />
            <IconButton
              icon="edit"
              label={t.editContact(contact.name)}
              onClick={() => props.onView({ kind: 'contact', party: id(), contact: contact.id })}
            />
          </div>
        )}
      </For>
      <Button
        kind="quiet"
        icon="add"
        aria-label={t.addContactTo(props.party.code)}
        onClick={() => props.onView({ kind: 'contact', party: id(), contact: null })}
      >
        {t.addContact}
      </Button>
    </section>
  )
}
