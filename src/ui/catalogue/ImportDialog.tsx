import { createSignal, For, Match, onCleanup, Show, Switch } from 'solid-js'
import type { ImportProgress, ImportRefusal, ImportReport } from '../../session/backup.ts'
import { useApp } from '../app.ts'
import { Banner } from '../controls/Banner.tsx'
import { Button } from '../controls/Button.tsx'
import { Dialog } from '../controls/Dialog.tsx'
import { focusWhenShown } from '../controls/focus.ts'
import { Progress } from '../controls/Progress.tsx'
import { backup } from '../text/en/backup.ts'
import './import.css'
import { refusalText } from './importRefusal.ts'

const t = backup.dialog

type State =
  | { readonly step: 'choose' }
  | { readonly step: 'working'; readonly progress: ImportProgress }
  | { readonly step: 'done'; readonly report: ImportReport }
  | { readonly step: 'refused'; readonly refusal: ImportRefusal }

/** Takes in a backup file: choosing it, how far it is, and what came of it. Closing it stops what can be stopped. */
export default function ImportDialog(props: { onClose: () => void }) {
  const { backups } = useApp()
  const [state, setState] = createSignal<State>({ step: 'choose' })
  let running: AbortController | undefined
  let picker!: HTMLInputElement
  onCleanup(() => running?.abort())

  async function take(file: File | undefined): Promise<void> {
    picker.value = ''
    if (!file) return
    const control = new AbortController()
    running = control
    const onProgress = (progress: ImportProgress) => {
      if (running === control) setState({ step: 'working', progress })
    }
    onProgress({ step: 'reading', done: 0, total: 0 })
    const outcome = await backups.importBackup(file, { signal: control.signal, onProgress })
    running = undefined
    if (!('refused' in outcome)) setState({ step: 'done', report: outcome })
    else if (outcome.refused === 'cancelled') setState({ step: 'choose' })
    else setState({ step: 'refused', refusal: outcome })
  }

  const working = () => {
    const now = state()
    return now.step === 'working' ? now.progress : undefined
  }
  const report = () => {
    const now = state()
    return now.step === 'done' ? now.report : undefined
  }
  const refusal = () => {
    const now = state()
    return now.step === 'refused' ? now.refusal : undefined
  }
  const choose = (label: string) => (
    <Button ref={focusWhenShown} kind="primary" icon="file" onClick={() => picker.click()}>
      {label}
    </Button>
  )

  return (
    <Dialog title={t.title} onClose={props.onClose}>
      <input
        ref={picker}
        type="file"
        hidden
        accept=".json,application/json"
        onChange={(event) => void take(event.currentTarget.files?.[0])}
      />
      <Switch>
        <Match when={state().step === 'choose'}>
          <p>{t.text}</p>
          <div class="dialog-actions">{choose(t.choose)}</div>
        </Match>
        <Match when={working()}>
          {(progress) => (
            <>
              <p role="status">{said(progress())}</p>
              <Progress value={progress().done} max={progress().total} label={t.working} />
              <div class="dialog-actions">
                <Button
                  ref={focusWhenShown}
                  aria-disabled={progress().step === 'saving'}
                  onClick={() => running?.abort()}
                >
                  {t.cancel}
                </Button>
              </div>
            </>
          )}
        </Match>
        <Match when={report()}>{(done) => <Report report={done()} onClose={props.onClose} />}</Match>
        <Match when={refusal()}>
          {(why) => (
            <>
              <Banner tone="danger" title={t.refusedTitle}>
                {refusalText(why())}
              </Banner>
              <div class="dialog-actions">{choose(t.chooseOther)}</div>
            </>
          )}
        </Match>
      </Switch>
    </Dialog>
  )
}

function said({ step, done, total }: ImportProgress): string {
  if (step === 'checking') return t.checking(done, total)
  return step === 'reading' ? t.reading : t.saving
}

function Report(props: { report: ImportReport; onClose: () => void }) {
  const nothing = () =>
    props.report.templates.added === 0 &&
    props.report.projects.every(({ outcome }) => outcome === 'unchanged')
  return (
    <>
      <p role="status" class="import-title">
        {nothing() ? t.nothing : t.doneTitle}
      </p>
      <ul class="list import-report">
        <For each={props.report.projects}>
          {(project) => (
            <li>
              {project.name}
              <span>{t.outcome[project.outcome]}</span>
            </li>
          )}
        </For>
        <Show when={props.report.templates.added > 0}>
          <li>{t.templates(props.report.templates.added)}</li>
        </Show>
      </ul>
      <div class="dialog-actions">
        <Button ref={focusWhenShown} kind="primary" onClick={() => props.onClose()}>
          {t.close}
        </Button>
      </div>
    </>
  )
}
