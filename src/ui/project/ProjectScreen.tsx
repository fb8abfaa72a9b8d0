import { createSignal, Match, onCleanup, Show, Switch } from 'solid-js'
import { useApp } from '../app.ts'
import { late } from '../controls/late.ts'
import { Page } from '../controls/Page.tsx'
import { project as t } from '../text/en/project.ts'
import { OpenProject } from './OpenProject.tsx'
import './project.css'

const NotOpened = late(() => import('./NotOpened.tsx'))

/** A project that opens sooner goes without the page that says so: it would only be drawn to be thrown away. */
const SHOWN_AFTER = 250
const TOLD_AFTER = 1_000

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
  onCleanup(() => void session.close())
  return (
    <Switch>
      <Match when={session.phase() === 'loading'}>
        <Loading />
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

/** Says after a second that it goes on: until then a word would only flicker. */
function Loading() {
  const [waited, setWaited] = createSignal(0)
  const timers = [SHOWN_AFTER, TOLD_AFTER].map((ms) => setTimeout(() => setWaited(ms), ms))
  onCleanup(() => timers.forEach(clearTimeout))
  return (
    <Show when={waited() >= SHOWN_AFTER}>
      <Page title={t.loading} back={{ href: '/', label: t.back }} waiting>
        <p role="status">{waited() >= TOLD_AFTER && t.stillLoading}</p>
      </Page>
    </Show>
  )
}
