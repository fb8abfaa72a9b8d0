import { createSignal, Show } from 'solid-js'
import { Banner } from '../controls/Banner.tsx'
import { Button } from '../controls/Button.tsx'
import { createExport } from '../controls/createExport.ts'
import { project as t } from '../text/en/project.ts'
import { type ProjectPage, usePage } from './page.ts'

type Status = ReturnType<ProjectPage['session']['saving']>

/** Whether what was edited is on this device, in words that tests and people can rely on. */
export function Saving(props: { status: Status }) {
  return (
    <p class="saving" role="status" aria-label={t.saving.label} data-state={props.status.state}>
      {t.saving[props.status.state]}
    </p>
  )
}

/** Stays for as long as something is not saved: what happened, a file to keep, another try. */
export function NotSaved() {
  const page = usePage()
  const keep = createExport((text, tone) => page.actions.say(text, undefined, tone), t.unsaved.notKept)
  const [busy, setBusy] = createSignal(false)
  const fault = () => {
    const status = page.session.saving()
    return status.state === 'failed' ? status.fault : null
  }

  async function retry(): Promise<void> {
    setBusy(true)
    await page.session.flush()
    setBusy(false)
  }

  return (
    <Show when={fault()}>
      {(failed) => (
        <Banner
          tone="danger"
          title={t.unsaved.title}
          actions={
            <>
              <Button icon="download" onClick={() => void keep([page.session.id])}>
                {t.unsaved.keep}
              </Button>
              <Button kind="quiet" disabled={busy()} onClick={() => void retry()}>
                {t.unsaved.retry}
              </Button>
            </>
          }
        >
          {t.unsaved[failed().kind]} {t.unsaved.still}
        </Banner>
      )}
    </Show>
  )
}
