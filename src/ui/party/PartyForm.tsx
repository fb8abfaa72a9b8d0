import { createSignal, For, untrack } from 'solid-js'
import { NAME_LIMIT, trimmed } from '../../domain/command.ts'
import type { PartyId } from '../../domain/model.ts'
import { Button } from '../controls/Button.tsx'
import { Checkbox } from '../controls/Choice.tsx'
import { TextField } from '../controls/TextField.tsx'
import { usePage } from '../project/page.ts'
import { manage } from '../text/en/manage.ts'
import { colourOf } from './code.ts'

const t = manage.parties
const COLOURS = [0, 1, 2, 3, 4, 5, 6, 7]

/** Writes a party's letters, role, team and colour; null makes a new one at the end. */
export function PartyForm(props: { party: PartyId | null; onDone: () => void }) {
  const page = usePage()
  const { parties, partyOrder } = untrack(page.model.project)
  const known = props.party === null ? undefined : parties.get(props.party)
  const standing = partyOrder.flatMap((id) => parties.get(id) ?? [])
  const [code, setCode] = createSignal(known?.code ?? '')
  const [role, setRole] = createSignal(known?.role ?? '')
  const [team, setTeam] = createSignal(known?.team ?? '')
  const [colour, setColour] = createSignal(known ? colourOf(known) : freeColour(standing.map(colourOf)))
  const [third, setThird] = createSignal(known?.third ?? false)
  const [error, setError] = createSignal<string>()
  let field: HTMLElement | undefined

  function submit(event: SubmitEvent): void {
    event.preventDefault()
    const letters = trimmed(code())
    const taken = standing.some((party) => party.id !== props.party && party.code === letters)
    if (letters === '' || taken) {
      setError(taken ? t.codeTaken : t.codeNeeded)
      field?.focus()
      return
    }
    const fields = { code: letters, role: role(), team: team(), colour: colour(), third: third() }
    const command =
      props.party === null
        ? ({ kind: 'addParty', after: partyOrder.at(-1) ?? null, ...fields } as const)
        : ({ kind: 'editParty', party: props.party, ...fields } as const)
    if (page.actions.run(command, { quiet: true })) props.onDone()
  }

  return (
    <form class="dialog-form" onSubmit={submit} noValidate>
      <TextField
        ref={(element) => {
          field = element
          queueMicrotask(() => element.focus())
        }}
        label={t.code}
        hint={t.codeHint}
        value={code()}
        onInput={(text) => {
          setCode(text)
          setError(undefined)
        }}
        error={error()}
        maxLength={12}
        autocomplete="off"
      />
      <TextField
        label={t.team}
        hint={t.teamHint}
        value={team()}
        onInput={setTeam}
        maxLength={NAME_LIMIT}
        optional
      />
      <TextField label={t.role} value={role()} onInput={setRole} maxLength={NAME_LIMIT} optional />
      <fieldset class="colours">
        <legend class="field-label">{t.colour}</legend>
        <For each={COLOURS}>
          {(index) => (
            <label class="colour" data-colour={index}>
              <input
                type="radio"
                name="colour"
                aria-label={t.colourOf(index)}
                checked={colour() === index}
                onChange={() => setColour(index)}
              />
              <span aria-hidden="true">{code() || 'Aa'}</span>
            </label>
          )}
        </For>
      </fieldset>
      <Checkbox label={t.third} hint={t.thirdHint} checked={third()} onChange={setThird} />
      <div class="dialog-actions">
        <Button onClick={() => props.onDone()}>{manage.cancel}</Button>
        <Button kind="primary" type="submit">
          {props.party === null ? manage.add : manage.save}
        </Button>
      </div>
    </form>
  )
}

/** The first colour nobody has, so that new parties can be told apart. */
const freeColour = (used: readonly number[]): number => COLOURS.find((index) => !used.includes(index)) ?? 0
