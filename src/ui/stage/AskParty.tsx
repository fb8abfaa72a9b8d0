import { For } from 'solid-js'
import { Dialog } from '../controls/Dialog.tsx'
import { Icon } from '../controls/icons.tsx'
import { PartyChip } from '../controls/PartyChip.tsx'
import { codeOf, colourOf } from '../party/code.ts'
import { type PageDialogProps, usePage, viewOf } from '../project/page.ts'
import { line as t } from '../text/en/line.ts'
import './ask.css'

/** Asks which party a tick is for: who takes an either line, or whose part of a joint line is done. */
export default function AskParty(props: PageDialogProps) {
  const page = usePage()
  const about = props.about
  if (about.kind !== 'ask') throw new Error(`AskParty cannot show the dialog ${about.kind}`)
  const { line, standing } = viewOf(page.model, about.line)
  const rule = standing.owner.rule === 'either' ? 'either' : 'joint'
  const tick = (party: string) => {
    props.onClose()
    // Who takes an either line ticks it, also where a tick of theirs stands from before they gave it back (rule T2).
    const done = rule === 'either' || !standing.done.includes(party)
    page.actions.run({ kind: 'tick', line: about.line, party, done })
  }
  return (
    <Dialog title={t.ask[rule]} onClose={props.onClose}>
      <p class="ask-line">{line.text}</p>
      <div class="ask-parties">
        <For each={about.parties}>
          {(party) => (
            <button type="button" class="ask-party" onClick={() => tick(party)}>
              <PartyChip code={codeOf(page.parties(), party)} colour={colourOf(page.parties().get(party))} />
              <span class="ask-team">
                {page.parties().get(party)?.team || page.parties().get(party)?.role}
              </span>
              {standing.done.includes(party) && (
                <span class="ask-done">
                  <Icon name="check" /> {t.ask.ticked}
                </span>
              )}
            </button>
          )}
        </For>
      </div>
      <p class="field-hint">{rule === 'either' ? t.ask.eitherHint : t.ask.jointHint}</p>
    </Dialog>
  )
}
