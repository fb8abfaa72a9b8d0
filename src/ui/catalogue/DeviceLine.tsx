import { createSignal, Show } from 'solid-js'
import { useApp } from '../app.ts'
import { Button } from '../controls/Button.tsx'
import { Dialog } from '../controls/Dialog.tsx'
import { Icon } from '../controls/icons.tsx'
import { device as t } from '../text/en/device.ts'
import './device.css'

/** How safe the data on this device is, in one line, and what makes it safer. */
export function DeviceLine() {
  const { persistence, projects } = useApp()
  const [refused, setRefused] = createSignal(false)
  const words = () => {
    if (!window.isSecureContext) return t.insecure
    if (persistence.safekeeping() === 'evictable') return refused() ? t.refused : t.evictable
    return persistence.safekeeping() === 'kept' ? t.kept : t.unknown
  }
  // Where nothing can be stored, a banner says so, and nothing here may say otherwise.
  return (
    <Show when={!projects.fault()}>
      <div class="device-line">
        <Icon name={persistence.safekeeping() === 'kept' ? 'protect' : 'info'} />
        <p aria-live="polite">{words()}</p>
        <Show when={persistence.safekeeping() === 'evictable' && window.isSecureContext && !refused()}>
          <Button onClick={() => void persistence.request().then((kept) => setRefused(kept !== 'kept'))}>
            {t.keep}
          </Button>
        </Show>
      </div>
    </Show>
  )
}

/** The way to install the app, where this browser has one: its own button, or the steps on iOS. */
export function InstallLine() {
  const { install } = useApp()
  const [steps, setSteps] = createSignal(false)
  return (
    <Show when={install.offered() || install.iosSteps()}>
      <div class="device-line">
        <Icon name="install" />
        <p>{t.installText}</p>
        <Show when={install.offered()} fallback={<Button onClick={() => setSteps(true)}>{t.ios.how}</Button>}>
          <Button onClick={() => void install.prompt()}>{t.install}</Button>
        </Show>
      </div>
      <Show when={steps()}>
        <Dialog title={t.ios.title} onClose={() => setSteps(false)}>
          <ol class="device-steps">
            {t.ios.steps.map((step) => (
              <li>{step}</li>
            ))}
          </ol>
        </Dialog>
      </Show>
    </Show>
  )
}
