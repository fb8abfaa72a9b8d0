import { createEffect, ErrorBoundary, type JSX, on, onCleanup, Suspense } from 'solid-js'
import { path } from '../../platform/address.ts'
import { useApp } from '../app.ts'
import { controls as t } from '../text/en/controls.ts'
import { Button } from './Button.tsx'
import { createUpdate } from './createUpdate.ts'
import { EmptyState } from './EmptyState.tsx'
import { NotLoaded } from './late.ts'
import { Page } from './Page.tsx'
import { ToasterProvider, useToaster } from './Toaster.tsx'

/** What is around every screen: toasts, the offer of a new version, and a page for the app's own errors. */
export function Shell(props: { children?: JSX.Element }) {
  return (
    <ToasterProvider>
      <UpdateOffer />
      <ErrorBoundary fallback={(error: unknown, reset) => <Broken error={error} onRetry={reset} />}>
        <Suspense>{props.children}</Suspense>
      </ErrorBoundary>
    </ToasterProvider>
  )
}

/** Offers a new version for as long as it waits, wherever one is; nothing reloads without a yes. */
function UpdateOffer() {
  const { update } = useApp()
  const toaster = useToaster()

  const apply = createUpdate()
  let withdraw = () => {}

  function offer(): void {
    const run = async () => {
      if (await apply()) offer()
    }
    withdraw()
    withdraw = toaster.show({
      text: t.update.ready,
      action: { label: t.update.apply, run: () => void run() },
      stay: true,
    })
  }

  createEffect(() => {
    if (!update.updateReady()) return
    offer()
    onCleanup(() => withdraw())
  })
  return null
}

/**
 * Goes when one leaves for another page: what broke one screen need not break the next. A screen that did not come is
 * asked for again when the network is back, too.
 */
function Broken(props: { error: unknown; onRetry: () => void }) {
  const { online } = useApp()
  const missing = props.error instanceof NotLoaded
  const words = missing ? t.notLoaded : t.broken
  createEffect(on(path, () => props.onRetry(), { defer: true }))
  createEffect(on(online, (back) => missing && back && props.onRetry(), { defer: true }))
  return (
    <Page title={words.title} {...(path() === '/' ? {} : { back: { href: '/', label: t.back } })}>
      <div role="alert">
        <EmptyState title={words.heading} text={words.text}>
          <Button kind="primary" onClick={() => (missing ? props.onRetry() : location.reload())}>
            {words.retry}
          </Button>
        </EmptyState>
      </div>
      {!missing && <p class="page-aside">{t.broken.detail(String(props.error))}</p>}
    </Page>
  )
}
