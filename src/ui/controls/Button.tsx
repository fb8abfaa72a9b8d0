import { type JSX, Show, splitProps } from 'solid-js'
import './button.css'
import { Icon, type IconName } from './icons.tsx'

/** `primary`: what the screen is for, once a screen. `plain`: any other. `quiet`: no edge. `danger`: takes away. */
export type ButtonKind = 'primary' | 'plain' | 'quiet' | 'danger'

export interface ButtonProps extends JSX.ButtonHTMLAttributes<HTMLButtonElement> {
  kind?: ButtonKind
  icon?: IconName
}

/** A button with words on it. Takes what `<button>` takes; `type` is "button" unless said. Links look like one by the class names. */
export function Button(props: ButtonProps) {
  const [own, rest] = splitProps(props, ['kind', 'icon', 'class', 'children', 'type'])
  return (
    <button
      type={own.type ?? 'button'}
      class={`button button-${own.kind ?? 'plain'} ${own.class ?? ''}`}
      {...rest}
    >
      <Show when={own.icon}>{(name) => <Icon name={name()} />}</Show>
      {own.children}
    </button>
  )
}

export interface IconButtonProps extends JSX.ButtonHTMLAttributes<HTMLButtonElement> {
  icon: IconName
  /** The accessible name, also shown as a tooltip. */
  label: string
}

/** A button that is only an icon, 44 px each way. */
export function IconButton(props: IconButtonProps) {
  const [own, rest] = splitProps(props, ['icon', 'label', 'class', 'type'])
  return (
    <button
      type={own.type ?? 'button'}
      class={`icon-button ${own.class ?? ''}`}
      aria-label={own.label}
      title={own.label}
      {...rest}
    >
      <Icon name={own.icon} />
    </button>
  )
}
