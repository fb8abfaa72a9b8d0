import { For, Show } from 'solid-js'
import type { Line } from '../../domain/model.ts'
import { Button } from '../controls/Button.tsx'
import { contactsOf } from '../party/ContactLinks.tsx'
import { usePage } from '../project/page.ts'
import { line as t } from '../text/en/line.ts'
import { contactGoesTo } from './rowOf.ts'
import { SelectField } from './SelectField.tsx'

/** The contact a line names, or the one named on the line it points to. */
export function NamedContact(props: { line: Line }) {
  const page = usePage()
  const source = () => props.line.contactOf
  const sourceStage = () => page.stages().get(page.model.line(source() ?? '')?.line.stage ?? '')?.title ?? ''
  const goesTo = () => {
    const line = source()
    return line === null ? null : contactGoesTo(line, page)
  }
  const parties = () => page.model.project().partyOrder.flatMap((id) => page.parties().get(id) ?? [])
  const people = (party: string) => contactsOf(page.contacts().values(), party)

  return (
    <Show
      when={source()}
      fallback={
        <SelectField
          label={t.contact}
          value={props.line.contact ?? ''}
          onChange={(contact) =>
            page.actions.run(
              { kind: 'nameContact', line: props.line.id, contact: contact || null },
              { quiet: true },
            )
          }
        >
          <option value="">{t.noContact}</option>
          <For each={parties()}>
            {(party) => (
              <Show when={people(party.id).length > 0}>
                <optgroup label={party.code}>
                  <For each={people(party.id)}>
                    {(contact) => <option value={contact.id}>{contact.name}</option>}
                  </For>
                </optgroup>
              </Show>
            )}
          </For>
        </SelectField>
      }
    >
      {(line) => (
        <div class="goes-to">
          <p>
            {(() => {
              const found = goesTo()
              return found ? t.goesTo(found.contact.name, found.stage) : t.goesToNobody(sourceStage())
            })()}
          </p>
          <Button kind="quiet" onClick={() => page.showDetail(line())}>
            {t.goesToLine}
          </Button>
        </div>
      )}
    </Show>
  )
}
