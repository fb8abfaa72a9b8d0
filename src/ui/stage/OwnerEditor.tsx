import { createMemo, createSignal, For, Show } from 'solid-js'
import type { Owner, Party, PartyId } from '../../domain/model.ts'
import { takesPart } from '../../domain/owner.ts'
import { RadioGroup } from '../controls/Choice.tsx'
import { colourOf } from '../party/code.ts'
import { usePage } from '../project/page.ts'
import { line as t } from '../text/en/line.ts'
import './ownerEditor.css'

/**
 * Chooses the owner of a line: its parties, and with several of them whether jointly or either. Parties that take no
 * part now stay choosable where they own the line already, since stored owners are not rewritten (rule O1).
 */
export function OwnerEditor(props: { owner: Owner; onChange: (owner: Owner) => void }) {
  const page = usePage()
  const [error, setError] = createSignal(false)
  const offered = createMemo((): readonly Party[] => {
    const { parties, meta, partyOrder } = page.model.project()
    const standing = partyOrder.flatMap((id) => parties.get(id) ?? [])
    return standing.filter((party) => takesPart(party, meta) || props.owner.parties.includes(party.id))
  })
  const absent = (party: Party) => !takesPart(party, page.model.project().meta)

  function toggle(party: PartyId, on: boolean): void {
    const rest = props.owner.parties.filter((id) => id !== party)
    const parties = on ? [...rest, party] : rest
    setError(parties.length === 0)
    if (parties.length === 0) return
    // A second party makes the line joint; which of the two rules holds can be said right below.
    const rule = parties.length === 1 ? 'one' : props.owner.rule === 'one' ? 'joint' : props.owner.rule
    props.onChange({ rule, parties: page.model.project().partyOrder.filter((id) => parties.includes(id)) })
  }

  return (
    <div class="owner-editor">
      <fieldset class="owner-choices">
        <legend class="field-label">{t.owner.legend}</legend>
        <For each={offered()}>
          {(party) => (
            <label class="owner-choice" data-colour={colourOf(party)}>
              <input
                type="checkbox"
                checked={props.owner.parties.includes(party.id)}
                onChange={(event) => {
                  const box = event.currentTarget
                  toggle(party.id, box.checked)
                  // The last owner stays: the box shows again what holds.
                  box.checked = props.owner.parties.includes(party.id)
                }}
              />
              <span>{absent(party) ? t.owner.absent(party.code) : party.code}</span>
            </label>
          )}
        </For>
      </fieldset>
      <Show when={error()}>
        <p class="field-error" role="alert">
          {t.owner.needed}
        </p>
      </Show>
      <Show when={props.owner.parties.length > 1}>
        <RadioGroup
          legend={t.owner.rule}
          value={props.owner.rule}
          onChange={(rule) =>
            props.onChange({ ...props.owner, rule: rule === 'either' ? 'either' : 'joint' })
          }
          options={[
            { value: 'joint', label: t.owner.joint, hint: t.owner.jointHint },
            { value: 'either', label: t.owner.either, hint: t.owner.eitherHint },
          ]}
        />
      </Show>
    </div>
  )
}
