import { Show } from 'solid-js'
import type { Session } from '../../session/session.ts'
import { Button } from '../controls/Button.tsx'
import { EmptyState } from '../controls/EmptyState.tsx'
import { Page } from '../controls/Page.tsx'
import { notOpened as t } from '../text/en/notOpened.ts'

const BACK = { href: '/', label: t.back }

/** Instead of a project: it is not on this device, or could not be read. */
export default function NotOpened(props: { session: Session; onRetry: () => void }) {
  return (
    <Show
      when={props.session.phase() === 'failed'}
      fallback={
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
      }
    >
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
    </Show>
  )
}
