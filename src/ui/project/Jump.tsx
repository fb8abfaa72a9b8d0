import { createMemo, createSignal, createUniqueId, For, Show } from 'solid-js'
import { Dialog } from '../controls/Dialog.tsx'
import { Icon } from '../controls/icons.tsx'
import { jumpTo } from '../stage/Rail.tsx'
import { focusRow } from '../stage/rows.ts'
import { manage as t } from '../text/en/manage.ts'
import { type Goal, goalsOf } from './goals.ts'
import { type PageDialogProps, usePage } from './page.ts'
import './jump.css'

const SHOWN = 40

/** Finds lines, stages and actions by a few letters: a field with a list below, the arrows to choose. */
export default function Jump(props: PageDialogProps) {
  const page = usePage()
  const list = createUniqueId()
  const [text, setText] = createSignal('')
  const [at, setAt] = createSignal(0)
  const goals = goalsOf(page)
  const found = createMemo(() => {
    const words = text().toLowerCase().split(/\s+/).filter(Boolean)
    return goals.filter((goal) => words.every((word) => goal.search.includes(word)))
  })
  const shown = () => found().slice(0, SHOWN)
  const optionId = (index: number) => `${list}-${index}`

  function go(goal: Goal | undefined): void {
    if (!goal) return
    props.onClose()
    // The dialog gives the focus back as it goes; what was chosen takes it after that.
    queueMicrotask(() => {
      if (goal.kind === 'stage') jumpTo(goal.id)
      else if (goal.kind === 'action') goal.run()
      else if (!focusRow(goal.id)) page.showDetail(goal.id)
    })
  }
  function onKeyDown(event: KeyboardEvent): void {
    if (event.key === 'Enter') go(shown()[at()])
    else if (event.key === 'ArrowDown') setAt((index) => Math.min(shown().length - 1, index + 1))
    else if (event.key === 'ArrowUp') setAt((index) => Math.max(0, index - 1))
    else return
    event.preventDefault()
    document.getElementById(optionId(at()))?.scrollIntoView({ block: 'nearest' })
  }

  return (
    <Dialog title={t.jump.title} onClose={props.onClose} size="tall">
      <div class="jump-field">
        <Icon name="search" />
        <input
          class="field-input"
          role="combobox"
          aria-expanded={shown().length > 0}
          aria-controls={list}
          aria-activedescendant={shown().length > 0 ? optionId(at()) : undefined}
          aria-autocomplete="list"
          aria-label={t.jump.label}
          placeholder={t.jump.placeholder}
          autocomplete="off"
          autofocus
          onInput={(event) => {
            setText(event.currentTarget.value)
            setAt(0)
          }}
          onKeyDown={onKeyDown}
        />
      </div>
      <div class="jump-list" role="listbox" id={list} aria-label={t.jump.title}>
        <For each={shown()}>
          {(goal, index) => (
            // biome-ignore lint/a11y/useKeyWithClickEvents: the keys are the field's.
            // biome-ignore lint/a11y/useFocusableInteractive: the field keeps the focus and names the active option.
            <div
              class="jump-option"
              role="option"
              id={optionId(index())}
              aria-selected={index() === at()}
              onClick={() => go(goal)}
            >
              <span class="jump-name">{goal.name}</span>
              <span class="jump-about">{goal.about}</span>
            </div>
          )}
        </For>
      </div>
      <p class="field-hint" role="status">
        <Show when={found().length > 0} fallback={t.jump.none}>
          {found().length > SHOWN ? t.jump.more(found().length - SHOWN) : t.jump.found(found().length)}
        </Show>
      </p>
    </Dialog>
  )
}
