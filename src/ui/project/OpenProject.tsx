import { getOwner, onCleanup, onMount, runWithOwner, Show } from 'solid-js'
import { afterPaint } from '../../platform/afterPaint.ts'
import type { Session } from '../../session/session.ts'
import { Banner } from '../controls/Banner.tsx'
import { Button, IconButton } from '../controls/Button.tsx'
import { createLater } from '../controls/createLater.ts'
import { LatePart } from '../controls/LatePart.tsx'
import { late } from '../controls/late.ts'
import { Offline } from '../controls/Offline.tsx'
import { Page } from '../controls/Page.tsx'
import { Rail } from '../stage/Rail.tsx'
import { Table } from '../stage/Table.tsx'
import { project as t } from '../text/en/project.ts'
import { BottomBar } from './BottomBar.tsx'
import { createPage } from './createPage.ts'
import { Deleted } from './Deleted.tsx'
import { Dialogs } from './Dialogs.tsx'
import { FilterBar } from './FilterBar.tsx'
import { ProjectMenu } from './ProjectMenu.tsx'
import { PageProvider } from './page.ts'
import { NotSaved, Saving } from './Saving.tsx'

const Details = late(() => import('../stage/Details.tsx'))

/** A project that is loaded: the table with what surrounds it. */
export function OpenProject(props: { session: Session }) {
  // A session is one project's for good, so nothing here follows the property.
  const session = props.session
  const page = createPage(session)
  const { actions } = page
  const owner = getOwner()
  let left = false
  onCleanup(() => {
    left = true
  })
  onMount(() => afterPaint(() => !left && runWithOwner(owner, followTopBar)))
  // Nobody presses a key before the lines are on screen.
  createLater(
    () => import('./keys.ts'),
    ({ listenForKeys }) => listenForKeys(page),
  )

  return (
    <PageProvider value={page}>
      <Page
        class="project"
        wide
        title={page.name()}
        back={{ href: '/', label: t.back }}
        under={
          <>
            <Saving status={session.saving()} />
            <Offline />
          </>
        }
        actions={
          <>
            <IconButton
              icon="undo"
              label={t.undo}
              aria-disabled={session.undoable() === null}
              onClick={() => actions.undo()}
            />
            <Show when={page.wide()}>
              <IconButton
                icon="redo"
                label={t.redo}
                aria-disabled={session.redoable() === null}
                onClick={() => actions.redo()}
              />
            </Show>
            <ProjectMenu />
          </>
        }
        banners={
          <>
            <NotSaved />
            <Deleted />
            <Show when={session.me().name === '' && !session.readOnly()}>
              <Banner
                tone="info"
                actions={
                  <Button onClick={() => page.show({ kind: 'introduce' })}>{t.nameless.action}</Button>
                }
              >
                {t.nameless.text}
              </Banner>
            </Show>
            <Show when={session.readOnly()}>
              <Banner tone="warn">{t.newer}</Banner>
            </Show>
          </>
        }
      >
        <div class="project-grid" data-details={page.detail() === null ? undefined : ''}>
          <Show when={page.wide()}>
            <Rail />
          </Show>
          <div class="project-table">
            <Show when={page.wide()}>
              <FilterBar />
            </Show>
            <Show when={page.arranging()}>
              <div class="arranging">
                <p>
                  {t.arranging} <span class="with-keys">{t.arrangingByKey}</span>
                </p>
                <Button onClick={() => page.arrange(false)}>{t.menu.arranged}</Button>
              </div>
            </Show>
            <Table />
          </div>
          <Show when={page.detail()}>
            {(line) => {
              const first = line()
              return (
                <LatePart ask={(wanted) => page.showDetail(wanted ? first : null)}>
                  <Details line={line()} />
                </LatePart>
              )
            }}
          </Show>
        </div>
        <Show when={!page.wide()}>
          <BottomBar />
        </Show>
      </Page>
      <Dialogs />
    </PageProvider>
  )
}

/**
 * Tells the styles how high the top bar is, which a long name or large text makes higher: headings stick below it, once
 * someone scrolls. All styles are told anew then, so the first lines do not wait for it.
 */
function followTopBar(): void {
  const bar = document.querySelector<HTMLElement>('.project > .top-bar')
  if (!bar) return
  const sizes = new ResizeObserver(() => {
    bar.parentElement?.style.setProperty('--top', `${bar.offsetHeight}px`)
  })
  sizes.observe(bar)
  onCleanup(() => sizes.disconnect())
}
