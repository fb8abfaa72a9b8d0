import { createSignal, Match, onCleanup, Show, Switch } from 'solid-js'
import { useApp } from '../app.ts'
import { late } from '../controls/late.ts'
import { Page } from '../controls/Page.tsx'
import { project as t } from '../text/en/project.ts'
import { OpenProject } from './OpenProject.tsx'
import './project.css'

const NotOpened = late(() => import('./NotOpened.tsx'))

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
  const [slow, setSlow] = createSignal(false)
  const timer = setTimeout(() => setSlow(true), LOADING_AFTER)
  onCleanup(() => {
    clearTimeout(timer)
    void session.close()
  })
  return (
    <Switch>
      <Match when={session.phase() === 'loading'}>
        <Show when={slow()}>
          <Page title={t.loading} back={{ href: '/', label: t.back }}>
            <div class="loading" />
          </Page>
        </Show>
      </Match>
      <Match when={session.phase() === 'ready'}>
        <OpenProject session={session} />
      </Match>
      <Match when={session.phase() === 'missing' || session.phase() === 'failed'}>
        <NotOpened session={session} onRetry={props.onRetry} />
      </Match>
    </Switch>
  )
}
