import { createSignal, createUniqueId, For, Show } from 'solid-js'
import { controls as t } from '../text/en/controls.ts'
import { Icon, type IconName } from './icons.tsx'
import './menu.css'

export interface MenuItem {
  readonly label: string
  readonly icon?: IconName
  /** Run after the menu has closed and the focus is back on its button, so that a dialog gives it back there. */
  readonly run: () => void
  readonly danger?: boolean
  readonly disabled?: boolean
  /** Given: the item is a switch that says whether it is on. */
  readonly checked?: boolean
}

export interface MenuProps {
  /** The accessible name of the button. */
  label?: string
  icon?: IconName
  /** Falsy items are left out; 'rule' draws a line between groups. Read when the menu opens. */
  items: readonly (MenuItem | 'rule' | false | undefined)[]
  class?: string
}

/** A button that opens a menu: a native popover with arrow keys, Home, End and first letters. */
export function Menu(props: MenuProps) {
  const id = createUniqueId()
  const [open, setOpen] = createSignal(false)
  let button!: HTMLButtonElement
  let menu!: HTMLDivElement

  const entries = () => [...menu.querySelectorAll<HTMLElement>('[role^="menuitem"]:not(:disabled)')]

  /** Below the button or above it, and to the side that has room; told from the button alone, before anything shows. */
  function place(): void {
    const { top, right, bottom, left } = button.getBoundingClientRect()
    const below = bottom < window.innerHeight * 0.6
    const fromRight = (left + right) / 2 > window.innerWidth / 2
    const put = (name: string, value: number | null) =>
      menu.style.setProperty(name, value === null ? 'auto' : `${Math.max(8, value)}px`)
    put('top', below ? bottom + 4 : null)
    put('bottom', below ? null : window.innerHeight - top + 4)
    put('right', fromRight ? window.innerWidth - right : null)
    put('left', fromRight ? null : left)
    menu.style.setProperty('max-height', `${(below ? window.innerHeight - bottom : top) - 12}px`)
  }

  function onKeyDown(event: KeyboardEvent): void {
    const all = entries()
    const at = all.indexOf(document.activeElement as HTMLElement)
    const to = nextOf(event.key, at, all)
    if (event.key === 'Tab') menu.hidePopover()
    if (to === undefined) return
    event.preventDefault()
    event.stopPropagation()
    to.focus()
  }

  return (
    <>
      <button
        ref={button}
        type="button"
        class={`icon-button ${props.class ?? ''}`}
        aria-label={props.label ?? t.more}
        title={props.label ?? t.more}
        aria-haspopup="menu"
        aria-expanded={open()}
        popovertarget={id}
      >
        <Icon name={props.icon ?? 'more'} />
      </button>
      <div
        ref={menu}
        id={id}
        class="menu"
        popover="auto"
        role="menu"
        tabIndex={-1}
        aria-label={props.label ?? t.more}
        onKeyDown={onKeyDown}
        on:beforetoggle={(event: ToggleEvent) => {
          if (event.newState === 'open') place()
          // Before the items go: an item that is taken away with the focus on it loses it to nowhere.
          else if (menu.contains(document.activeElement)) button.focus()
          setOpen(event.newState === 'open')
        }}
        on:toggle={(event: ToggleEvent) => {
          if (event.newState === 'open') entries()[0]?.focus()
        }}
      >
        <Show when={open()}>
          <For each={props.items.filter((item) => item !== false && item !== undefined)}>
            {(item) =>
              item === 'rule' ? (
                <hr />
              ) : (
                // biome-ignore lint/a11y/useAriaPropsSupportedByRole: `checked` is given with the role that takes it.
                <button
                  type="button"
                  class="menu-item"
                  role={item.checked === undefined ? 'menuitem' : 'menuitemcheckbox'}
                  aria-checked={item.checked}
                  tabIndex={-1}
                  disabled={item.disabled}
                  data-danger={item.danger ? '' : undefined}
                  onClick={() => {
                    menu.hidePopover()
                    item.run()
                  }}
                >
                  <Icon name={item.checked ? 'check' : (item.icon ?? 'check')} class={iconClass(item)} />
                  {item.label}
                </button>
              )
            }
          </For>
        </Show>
      </div>
    </>
  )
}

/** Items without an icon keep its room, so that all words begin on one line. */
const iconClass = (item: MenuItem) => (item.icon || item.checked ? '' : 'menu-no-icon')

function nextOf(key: string, at: number, all: readonly HTMLElement[]): HTMLElement | undefined {
  if (key === 'ArrowDown') return all[(at + 1) % all.length]
  if (key === 'ArrowUp') return all.at(at <= 0 ? -1 : at - 1)
  if (key === 'Home') return all[0]
  if (key === 'End') return all.at(-1)
  if (key.length !== 1 || key === ' ') return undefined
  const rest = [...all.slice(at + 1), ...all.slice(0, at + 1)]
  return rest.find((item) => item.textContent?.trim().toLowerCase().startsWith(key.toLowerCase()))
}
