import './chip.css'

/** A party's code on its colour: the letters always stand with it, since colour alone says nothing. */
export function PartyChip(props: { code: string; colour: number; title?: string | undefined }) {
  return (
    <span class="chip" data-colour={((props.colour % 8) + 8) % 8} title={props.title || undefined}>
      {props.code}
    </span>
  )
}
