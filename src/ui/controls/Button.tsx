import { type JSX, Show } from 'solid-js'
import './button.css'
import { Icon, type IconName } from './icons.tsx'

/** `primary`: what the screen is for, once a screen. `plain`: any other. `quiet`: no edge. `danger`: takes away. */
export type ButtonKind = 'primary' | 'plain' | 'quiet' | 'danger'

/** What both kinds of button take. Named one by one: Solid's code for any attribute at all weighs 2 KB. */
interface Pressed {
  type?: 'button' | 'submit'
  class?: string
  disabled?: boolean
  ref?: HTMLButtonElement | ((element: HTMLButtonElement) => void)
  onClick?: JSX.EventHandler<HTMLButtonElement, MouseEvent>
  'aria-disabled'?: boolean
  'aria-expanded'?: boolean
}

export interface ButtonProps extends Pressed {
  kind?: ButtonKind
  icon?: IconName
  /** Where the words on it need those around it: begins with the words on it. */
  'aria-label'?: string
  children: JSX.Element
}

/** A button with words on it; `type` is "button" unless said. Links look like one by the class names. */
export function Button(props: ButtonProps) {
  return (
    <button
      ref={props.ref}
      type={props.type ?? 'button'}
      class={`button button-${props.kind ?? 'plain'} ${props.class ?? ''}`}
      aria-label={props['aria-label']}
      disabled={props.disabled}
      aria-disabled={props['aria-disabled']}
      aria-expanded={props['aria-expanded']}
      onClick={(event) => props.onClick?.(event)}
    >
      <Show when={props.icon}>{(name) => <Icon name={name()} />}</Show>
      {props.children}
    </button>
  )
}

export interface IconButtonProps extends Pressed {
  icon: IconName
  /** The accessible name, also shown as a tooltip. */
  label: string
}

/** A button that is only an icon, 44 px each way. */
export function IconButton(props: IconButtonProps) {
  return (
    <button
      ref={props.ref}
      type={props.type ?? 'button'}
      class={`icon-button ${props.class ?? ''}`}
      aria-label={props.label}
      title={props.label}
      disabled={props.disabled}
      aria-disabled={props['aria-disabled']}
      aria-expanded={props['aria-expanded']}
      onClick={(event) => props.onClick?.(event)}
    >
      <Icon name={props.icon} />
    </button>
  )
}
