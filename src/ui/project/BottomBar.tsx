import { onCleanup, onMount, Show } from 'solid-js'
import { Icon } from '../controls/icons.tsx'
import { currentStage } from '../stage/currentStage.ts'
import { project as t } from '../text/en/project.ts'
import { filterName } from './filterName.ts'
import { usePage } from './page.ts'

/** What the thumb needs most, at the bottom of a phone: Mine or All, the filter, a new line. */
export function BottomBar() {
  const page = usePage()
  const { filter } = page
  // Toasts keep clear of the bar.
  onMount(() => document.documentElement.style.setProperty('--bottom-bar', '3.75rem'))
  onCleanup(() => document.documentElement.style.removeProperty('--bottom-bar'))

  /** Whether the bar's own choice is what is shown: "Open only" hides lines of it, which the filter's button names then. */
  const whole = (scope: 'all' | 'mine') => filter.scope() === scope && !filter.openOnly()
  const named = () => !whole('all') && !whole('mine')

  function showMine(): void {
    if (page.mine() === null) page.show({ kind: 'introduce', next: () => page.mine() !== null && showMine() })
    else filter.choose('mine', false)
  }

  return (
    <div class="bottom-bar">
      {/* biome-ignore lint/a11y/useSemanticElements: toggle buttons in a row, not the fields of a form. */}
      <div class="segments" role="group" aria-label={t.filter.owner}>
        <button type="button" class="segment" aria-pressed={whole('mine')} onClick={showMine}>
          {t.filter.mine} <span class="segment-count">{page.mine() && filter.count('mine', false)}</span>
        </button>
        <button
          type="button"
          class="segment"
          aria-pressed={whole('all')}
          onClick={() => filter.choose('all', false)}
        >
          {t.filter.all} <span class="segment-count">{filter.count('all', false)}</span>
        </button>
      </div>
      <button
        type="button"
        class="bar-button"
        data-active={named() ? '' : undefined}
        aria-label={named() ? t.filter.active(filterName(page)) : t.filter.button}
        onClick={() => page.show({ kind: 'filter' })}
      >
        <Icon name="filter" />
        <span>{named() ? filterName(page) : t.filter.button}</span>
      </button>
      <Show when={!page.session.readOnly()}>
        <button type="button" class="bar-button" onClick={() => page.compose(currentStage())}>
          <Icon name="add" />
          <span>{t.add}</span>
        </button>
      </Show>
    </div>
  )
}
