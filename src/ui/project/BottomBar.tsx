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

  function showMine(): void {
    if (page.mine() === null) page.show({ kind: 'introduce', next: () => page.mine() !== null && showMine() })
    else filter.choose('mine', filter.openOnly())
  }

  return (
    <div class="bottom-bar">
      {/* biome-ignore lint/a11y/useSemanticElements: toggle buttons in a row, not the fields of a form. */}
      <div class="segments" role="group" aria-label={t.filter.owner}>
        <button type="button" class="segment" aria-pressed={filter.scope() === 'mine'} onClick={showMine}>
          {t.filter.mine}{' '}
          <span class="segment-count">{page.mine() && filter.count('mine', filter.openOnly())}</span>
        </button>
        <button
          type="button"
          class="segment"
          aria-pressed={filter.scope() === 'all'}
          onClick={() => filter.choose('all', filter.openOnly())}
        >
          {t.filter.all} <span class="segment-count">{filter.count('all', filter.openOnly())}</span>
        </button>
      </div>
      <button
        type="button"
        class="bar-button"
        data-active={filter.active() ? '' : undefined}
        aria-label={filter.active() ? t.filter.active(filterName(page)) : t.filter.button}
        onClick={() => page.show({ kind: 'filter' })}
      >
        <Icon name="filter" />
        <span>{t.filter.button}</span>
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
