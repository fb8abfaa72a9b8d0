import { createEffect, createMemo, createRoot, ErrorBoundary, type JSX, on, Suspense } from 'solid-js'
import { path } from '../../platform/address.ts'
import { controls as t } from '../text/en/controls.ts'
import { NotLoaded } from './late.ts'
import { useToaster } from './Toaster.tsx'

/**
 * A part of a page that is loaded when it is asked for. Where it does not come the page stays as it is and says so;
 * `ask` takes the part away then, with false, and with true brings it back when one tries again. Put it inside the
 * `<Show>` that `ask` switches.
 */
export function LatePart(props: { ask: (wanted: boolean) => void; children: JSX.Element }) {
  const toaster = useToaster()

  function missing(error: unknown): null {
    // What broke a part that came is an error of the app's own, for the shell.
    if (!(error instanceof NotLoaded)) throw error
    const { ask } = props
    const action = { label: t.notLoaded.retry, run: () => ask(true) }
    const dismiss = toaster.show({
      text: `${t.notLoaded.heading}. ${t.notLoaded.text}`,
      tone: 'problem',
      action,
    })
    // Offered for as long as one is on this page. In a root without an owner: the part goes right now, and what its page
    // owns no longer runs in the transition that leaves it.
    createRoot((end) => {
      const leave = () => {
        end()
        dismiss()
      }
      // A memo, as closing the details changes the address, but not its path.
      createEffect(on(createMemo(path), leave, { defer: true }))
    }, null)
    ask(false)
    return null
  }

  return (
    <ErrorBoundary fallback={missing}>
      <Suspense>{props.children}</Suspense>
    </ErrorBoundary>
  )
}
