import { EmptyState } from '../controls/EmptyState.tsx'
import { Page } from '../controls/Page.tsx'
import { notFound as t } from '../text/en/notFound.ts'

/** The page for an address that leads nowhere. */
export default function NotFoundScreen() {
  return (
    <Page title={t.title} mark>
      <EmptyState title={t.title} text={t.text}>
        <a class="button button-primary" href="/">
          {t.home}
        </a>
      </EmptyState>
    </Page>
  )
}
