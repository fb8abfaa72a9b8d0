import { For, Show } from 'solid-js'
import { Button } from '../controls/Button.tsx'
import { currentStage } from '../stage/currentStage.ts'
import { project as t } from '../text/en/project.ts'
import type { Scope } from './createFilter.ts'
import { scopeName } from './filterName.ts'
import { type ProjectPage, usePage } from './page.ts'

/** The choices of whose lines to show: all, mine, and each other party that takes part. */
export function scopesOf({ present, mine }: Pick<ProjectPage, 'present' | 'mine'>): Scope[] {
  const others = present().filter(({ id }) => id !== mine())
  return ['all', ...(mine() === null ? [] : (['mine'] as const)), ...others.map(({ id }) => ({ party: id }))]
}

export const sameScope = (a: Scope, b: Scope): boolean =>
  a === b || (typeof a === 'object' && typeof b === 'object' && a.party === b.party)

/** The filters of a wide screen, in a row above the table, each with its count. */
export function FilterBar() {
  const page = usePage()
  const { filter } = page
  return (
    <div class="filter-bar">
      {/* biome-ignore lint/a11y/useSemanticElements: toggle buttons in a row, not the fields of a form. */}
      <div class="segments" role="group" aria-label={t.filter.owner}>
        <For each={scopesOf(page)}>
          {(scope) => (
            <button
              type="button"
              class="segment"
              aria-pressed={sameScope(filter.scope(), scope)}
              onClick={() => filter.choose(scope, filter.openOnly())}
            >
              {scopeName(scope, page)}{' '}
              <span class="segment-count">{filter.count(scope, filter.openOnly())}</span>
            </button>
          )}
        </For>
      </div>
      <button
        type="button"
        class="segment segment-alone"
        aria-pressed={filter.openOnly()}
        onClick={() => filter.choose(filter.scope(), !filter.openOnly())}
      >
        {t.filter.openOnly} <span class="segment-count">{filter.count(filter.scope(), true)}</span>
      </button>
      <Show when={!page.session.readOnly()}>
        <Button class="filter-bar-add" kind="quiet" icon="add" onClick={() => page.compose(currentStage())}>
          {t.addLine}
        </Button>
      </Show>
    </div>
  )
}
