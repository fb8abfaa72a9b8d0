import { Show } from 'solid-js'
import { useApp } from '../app.ts'
import { Banner } from '../controls/Banner.tsx'
import { Button } from '../controls/Button.tsx'
import { home } from '../text/en/home.ts'

const t = home.fault

/** Says that this device's storage cannot be used, and what helps. */
export function FaultBanner() {
  const { projects } = useApp()
  return (
    <Show when={projects.fault()}>
      {(fault) => (
        <Banner
          tone="danger"
          title={t.title}
          actions={<Button onClick={() => location.reload()}>{t.reload}</Button>}
        >
          {t[fault().kind]}
        </Banner>
      )}
    </Show>
  )
}
