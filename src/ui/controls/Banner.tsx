import { type JSX, Show } from 'solid-js'
import './page.css'
import { Icon, type IconName } from './icons.tsx'

export type Tone = 'info' | 'warn' | 'danger'

const icons: Readonly<Record<Tone, IconName>> = { info: 'info', warn: 'warning', danger: 'warning' }

export interface BannerProps {
  tone: Tone
  icon?: IconName
  /** What happened, in a few words. */
  title?: string
  /** What it means and what to do. */
  children: JSX.Element
  actions?: JSX.Element
}

/** A message that stays until what it tells of is over. `danger` is said at once, the others when there is a pause. */
export function Banner(props: BannerProps) {
  return (
    <div class="banner" data-tone={props.tone} role={props.tone === 'danger' ? 'alert' : undefined}>
      <Icon name={props.icon ?? icons[props.tone]} />
      <div class="banner-words">
        <Show when={props.title}>
          <p class="banner-title">{props.title}</p>
        </Show>
        <div>{props.children}</div>
      </div>
      <Show when={props.actions}>
        <div class="banner-actions">{props.actions}</div>
      </Show>
    </div>
  )
}
