import { createSignal, Match, onCleanup, Show, Switch } from 'solid-js'
import type { Session } from '../../session/session.ts'
import { useApp } from '../app.ts'
import { Button } from '../controls/Button.tsx'
import { EmptyState } from '../controls/EmptyState.tsx'
import { Page } from '../controls/Page.tsx'
import { project as t } from '../text/en/project.ts'
import { OpenProject } from './OpenProject.tsx'
import './project.css'

const BACK = { href: '/', label: t.back }

/** A project that opens sooner goes without the page that says so: it would only be drawn to be thrown away. */
const LOADING_AFTER = 250

/** The page of one project, `/p/:id`: opens it, and says so where that cannot be done. */
export default function ProjectScreen(props: { id: string }) {
  const [attempt, setAttempt] = createSignal(1)
  return (
    <Show when={`${attempt()}/${props.id}`} keyed>
      {(_key) => <OneProject id={props.id} onRetry={() => setAttempt((count) => count + 1)} />}
    </Show>
  )
}

function OneProject(props: { id: string; onRetry: () => void }) {
  const session = useApp().openSession(props.id)
  const [late, setLate] = createSignal(false)
  const timer = setTimeout(() => setLate(true), LOADING_AFTER)
  onCleanup(() => {
    clearTimeout(timer)
    void session.close()
  })
  return (
    <Switch>
      <Match when={session.phase() === 'loading'}>
        <Show when={late()}>
          <Page title={t.loading} back={BACK}>
            <div class="loading" />
          </Page>
        </Show>
      </Match>
      <Match when={session.phase() === 'ready'}>
        <OpenProject session={session} />
      </Match>
      <Match when={session.phase() === 'missing'}>
        <Page title={t.missing.title} back={BACK}>
          <EmptyState title={t.missing.heading} text={t.missing.text}>
            <a class="button button-primary" href="/">
              {t.missing.home}
            </a>
            <a class="button button-plain" href="/settings">
              {t.missing.restore}
            </a>
          </EmptyState>
        </Page>
      </Match>
      <Match when={session.phase() === 'failed'}>
        <Failed session={session} onRetry={props.onRetry} />
      </Match>
    </Switch>
  )
}

function Failed(props: { session: Session; onRetry: () => void }) {
  return (
    <Page title={t.failed.title} back={BACK}>
      <div role="alert">
        <EmptyState title={t.failed.heading} text={t.failed.text}>
          <Button kind="primary" onClick={() => props.onRetry()}>
            {t.failed.retry}
          </Button>
        </EmptyState>
        <p class="failed-detail">{t.failed.detail(props.session.fault()?.detail ?? '')}</p>
      </div>
    </Page>
  )
}
