import { createMemo, For, Show } from 'solid-js'
import type { Line, PartyId, Word } from '../../domain/model.ts'
import { owns } from '../../domain/owner.ts'
import type { LineView } from '../../session/readModel.ts'
import { Button } from '../controls/Button.tsx'
import { Icon } from '../controls/icons.tsx'
import { PartyChip } from '../controls/PartyChip.tsx'
import { ContactLinks, contactsOf } from '../party/ContactLinks.tsx'
import { codeOf, colourOf } from '../party/code.ts'
import { type ProjectPage, usePage } from '../project/page.ts'
import { line as t } from '../text/en/line.ts'
import { momentText } from './days.ts'

/** What each party said of a line, who said it and when, its people, and what it can say next. */
export function Words(props: { view: LineView }) {
  const page = usePage()
  const { words } = t
  const parties = createMemo(() => speakers(props.view))
  const code = (party: PartyId) => codeOf(page.parties(), party)
  const waits = () => {
    const { owner, claimants, waiting, finding } = props.view.standing
    if (finding === 'noOwner') return words.noOwner
    if (waiting.length === 0) return null
    const open = owner.rule === 'either' && claimants.length === 0
    return (open ? words.anyOf : words.waits)(waiting.map(code))
  }
  return (
    <div class="words">
      <h3 class="field-label">{words.legend}</h3>
      <For each={parties()}>{(party) => <PartyWords party={party} view={props.view} />}</For>
      <Show when={waits()}>{(text) => <p class="field-hint">{text()}</p>}</Show>
    </div>
  )
}

function PartyWords(props: { party: PartyId; view: LineView }) {
  const page = usePage()
  const { words } = t
  const { run, tickFor } = page.actions
  const party = () => page.parties().get(props.party)
  const code = () => codeOf(page.parties(), props.party)
  const line = () => props.view.line
  const tick = () => wordOf(line().ticks, props.party)
  const claim = () => wordOf(line().claims, props.party)
  const mayTick = () => {
    const { owner, claimants, notApplicable } = props.view.standing
    if (notApplicable || !owns(props.party, owner)) return false
    return owner.rule !== 'either' || (claimants.length === 1 && claimants[0] === props.party)
  }
  const mayTake = () => {
    const { owner, claimants, notApplicable } = props.view.standing
    return !notApplicable && owner.rule === 'either' && claimants.length === 0 && owns(props.party, owner)
  }
  const said = (word: Word) => sentenceOf(word, props.party, page)

  return (
    <div class="words-party">
      <div class="words-head">
        <PartyChip code={code()} colour={colourOf(party())} />
        <span class="words-team">{party()?.team || party()?.role}</span>
        <Show when={tick()?.done || mayTick()}>
          <Button
            kind={tick()?.done ? 'quiet' : 'plain'}
            aria-label={tick()?.done ? words.takeBackFor(code()) : words.tickFor(code())}
            onClick={() => tickFor(line().id, props.party)}
          >
            {tick()?.done ? words.takeBack : words.tick}
          </Button>
        </Show>
        <Show when={mayTake()}>
          <Button onClick={() => run({ kind: 'claim', line: line().id, party: props.party, claims: true })}>
            {words.take(code())}
          </Button>
        </Show>
        <Show when={claim()?.claims && !tick()?.done}>
          <Button
            kind="quiet"
            onClick={() => run({ kind: 'claim', line: line().id, party: props.party, claims: false })}
          >
            {words.withdraw(code())}
          </Button>
        </Show>
      </div>
      <Show when={claim()?.claims ? claim() : undefined}>
        {(word) => (
          <p class="words-said">
            {words.took(code())}: {said(word())}
          </p>
        )}
      </Show>
      <Show when={tick()}>
        {(word) => (
          <p class="words-said">
            <Show when={word().done}>
              <Icon name="check" />
            </Show>
            {word().done ? words.ticked(code()) : words.reopened(code())}: {said(word())}
          </p>
        )}
      </Show>
      <For each={contactsOf(page.contacts().values(), props.party)}>
        {(contact) => <ContactLinks contact={contact} />}
      </For>
    </div>
  )
}

/** The owners as they count now, and parties that said something while they owned the line. */
function speakers({ line, standing }: LineView): readonly PartyId[] {
  const spoke = [...Object.entries(line.ticks), ...Object.entries(line.claims)]
  const past = spoke.filter(([, word]) => ('done' in word ? word.done : word.claims)).map(([party]) => party)
  return [...new Set<PartyId>([...standing.owner.parties, ...past])]
}

const wordOf = <W,>(words: Readonly<Record<PartyId, W>>, party: PartyId): W | undefined =>
  Object.hasOwn(words, party) ? words[party] : undefined

function sentenceOf({ by, at }: Line['ticks'][string] | Word, party: PartyId, page: ProjectPage): string {
  const own = by.party === null ? '' : ` (${codeOf(page.parties(), by.party)})`
  const who = by.name === '' ? t.words.someone : by.name
  if (by.party === party || by.party === null) return t.words.by(who, momentText(at))
  return t.words.byFor(`${who}${own}`, codeOf(page.parties(), party), momentText(at))
}
