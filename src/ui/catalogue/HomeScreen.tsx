import { createEffect, createMemo, createSignal, Match, on, onCleanup, onMount, Show, Switch } from 'solid-js'
import { navigate } from '../../platform/address.ts'
import { useApp } from '../app.ts'
import { Button } from '../controls/Button.tsx'
import { EachKeyed } from '../controls/EachKeyed.tsx'
import { EmptyState } from '../controls/EmptyState.tsx'
import { isTyping } from '../controls/focus.ts'
import { Icon } from '../controls/icons.tsx'
import { LatePart } from '../controls/LatePart.tsx'
import { late } from '../controls/late.ts'
import { Offline } from '../controls/Offline.tsx'
import { Page } from '../controls/Page.tsx'
import { today } from '../stage/days.ts'
import { home as t } from '../text/en/home.ts'
import { createCardActions } from './createCardActions.ts'
import { createNow } from './createNow.ts'
import { found, shelve, wordsOf } from './entries.ts'
import { FaultBanner } from './FaultBanner.tsx'
import './home.css'
import { MyOpenLines } from './MyOpenLines.tsx'
import { ProjectCard } from './ProjectCard.tsx'
import { SearchField } from './SearchField.tsx'

const AskName = late(() => import('./AskName.tsx'))
const HomeFoot = late(() => import('./HomeFoot.tsx'))
const ImportDialog = late(() => import('./ImportDialog.tsx'))

/** The list of projects: what is going on, what waits for me, and the way to a new one. */
export default function HomeScreen() {
  const { projects, online } = useApp()
  const actions = createCardActions()
  const now = createNow()
  const [search, setSearch] = createSignal('')
  const [importing, setImporting] = createSignal(false)
  const [foot, setFoot] = createSignal(true)
  const words = createMemo(() => wordsOf(search()))
  const shelves = createMemo(() => shelve(projects.list() ?? []))
  const current = createMemo(() => shelves().current.filter((entry) => found(entry, words())))
  const archived = createMemo(() => shelves().archived.filter((entry) => found(entry, words())))
  const searchable = () => shelves().current.length + shelves().archived.length > 3

  // Nobody asked for the foot, so nobody would know to ask again.
  createEffect(on(online, (back) => back && setFoot(true), { defer: true }))

  onMount(() => {
    const onKey = (event: KeyboardEvent) => {
      const plain = !event.ctrlKey && !event.metaKey && !event.altKey
      if (event.key !== 'n' || !plain || isTyping(event.target) || document.querySelector('dialog[open]'))
        return
      event.preventDefault()
      navigate('/new')
    }
    document.addEventListener('keydown', onKey)
    onCleanup(() => document.removeEventListener('keydown', onKey))
  })

  const begin = () => (
    <>
      <Button kind="primary" icon="add" onClick={() => navigate('/new')}>
        {t.newProject}
      </Button>
      <Button onClick={() => void actions.openExample()}>{t.openExample}</Button>
    </>
  )

  return (
    <Page
      title={t.title}
      mark
      wide
      class="home"
      waiting={!projects.list() && !projects.fault()}
      actions={
        <>
          <Offline />
          <a class="button button-quiet home-link" href="/templates" title={t.templates}>
            <Icon name="table" />
            <span>{t.templates}</span>
          </a>
          <a class="button button-quiet home-link" href="/settings" title={t.settings}>
            <Icon name="settings" />
            <span>{t.settings}</span>
          </a>
        </>
      }
      banners={<FaultBanner />}
    >
      <Switch fallback={<p class="home-loading">{t.loading}</p>}>
        <Match when={shelves().current.length > 0}>
          <div class="home-tools">
            <Show when={searchable()}>
              <SearchField label={t.search} value={search()} onInput={setSearch} />
            </Show>
            <div class="home-begin">{begin()}</div>
          </div>
          <div class="home-columns">
            <section>
              <Show
                when={current().length > 0}
                fallback={
                  <p class="home-none">
                    {t.noMatch(search())} <Button onClick={() => setSearch('')}>{t.clearSearch}</Button>
                  </p>
                }
              >
                <ul class="list cards" aria-label={t.title}>
                  <EachKeyed each={current()} by={(entry) => entry.id}>
                    {(entry) => <ProjectCard entry={entry()} now={now()} actions={actions} />}
                  </EachKeyed>
                </ul>
              </Show>
            </section>
            <MyOpenLines entries={current()} words={words()} today={today(new Date(now()))} />
          </div>
        </Match>
        <Match when={projects.list() || projects.fault()}>
          <EmptyState
            title={t.empty.title}
            text={shelves().archived.length + shelves().deleted.length > 0 ? t.empty.allAway : t.empty.text}
          >
            {begin()}
            <Button kind="quiet" onClick={() => setImporting(true)}>
              {t.empty.restore}
            </Button>
          </EmptyState>
        </Match>
      </Switch>
      <Show when={foot()}>
        <LatePart ask={setFoot}>
          <HomeFoot
            archived={archived()}
            deleted={shelves().deleted}
            open={words().length > 0}
            actions={actions}
            now={now()}
          />
        </LatePart>
      </Show>
      <Show when={actions.asked()} keyed>
        {(asked) => (
          <LatePart ask={(wanted) => actions.ask(wanted ? asked : null)}>
            <AskName asked={asked} onName={actions.named} onClose={() => actions.ask(null)} />
          </LatePart>
        )}
      </Show>
      <Show when={importing()}>
        <LatePart ask={setImporting}>
          <ImportDialog onClose={() => setImporting(false)} />
        </LatePart>
      </Show>
    </Page>
  )
}
