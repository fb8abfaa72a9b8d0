import { Show } from 'solid-js'
import type { Contact } from '../../domain/model.ts'
import { Icon } from '../controls/icons.tsx'
import { manage as t } from '../text/en/manage.ts'
import './contacts.css'

/** A contact with one tap to call and one to write. Extra buttons go at the end as children. */
export function ContactLinks(props: { contact: Contact }) {
  const { parties: words } = t
  const phone = () => props.contact.phone.replace(/[^\d+*#]/g, '')
  return (
    <div class="contact">
      <span class="contact-words">
        <span class="contact-name">{props.contact.name}</span>
        <Show when={props.contact.backup}>
          <span class="contact-about"> {words.backup}</span>
        </Show>
        <Show when={props.contact.note !== ''}>
          <span class="contact-about contact-note">{props.contact.note}</span>
        </Show>
      </span>
      <Show when={phone() !== ''}>
        <a
          class="icon-button"
          href={`tel:${phone()}`}
          aria-label={words.call(props.contact.name, props.contact.phone)}
          title={props.contact.phone}
        >
          <Icon name="phone" />
        </a>
      </Show>
      <Show when={props.contact.email !== ''}>
        <a
          class="icon-button"
          href={`mailto:${encodeURIComponent(props.contact.email).replace('%40', '@')}`}
          aria-label={words.mail(props.contact.name, props.contact.email)}
          title={props.contact.email}
        >
          <Icon name="mail" />
        </a>
      </Show>
    </div>
  )
}

/** The contacts of a party that stand, those to call first before the back-ups. */
export function contactsOf(contacts: Iterable<Contact>, party: string): readonly Contact[] {
  return [...contacts]
    .filter((contact) => contact.party === party && contact.removed === null)
    .sort((a, b) => Number(a.backup) - Number(b.backup))
}
