import { createSignal, For, onMount, Show } from 'solid-js'
import { NAME_LIMIT, trimmed } from '../../domain/command.ts'
import { useApp } from '../app.ts'
import { Button } from '../controls/Button.tsx'
import { RadioGroup } from '../controls/Choice.tsx'
import { createExport } from '../controls/createExport.ts'
import { createUpdate } from '../controls/createUpdate.ts'
import { LatePart } from '../controls/LatePart.tsx'
import { late } from '../controls/late.ts'
import { Page } from '../controls/Page.tsx'
import { TextField } from '../controls/TextField.tsx'
import { useToaster } from '../controls/Toaster.tsx'
import { backup } from '../text/en/backup.ts'
import { device } from '../text/en/device.ts'
import { manage } from '../text/en/manage.ts'
import { settings as t } from '../text/en/settings.ts'
import { createCardActions } from './createCardActions.ts'
import { createNow } from './createNow.ts'
import { DeviceLine, InstallLine } from './DeviceLine.tsx'
import { shelve } from './entries.ts'
import { FaultBanner } from './FaultBanner.tsx'
import { DeletedList } from './PutAway.tsx'
import './settings.css'

const { keys } = manage

const ImportDialog = late(() => import('./ImportDialog.tsx'))

/** What holds for the whole device: its data, backups, the look, the keys. */
export default function SettingsScreen() {
  const { projects, theme, update } = useApp()
  const toaster = useToaster()
  const exportProjects = createExport((text, tone) => toaster.show({ text, tone }))
  const applyUpdate = createUpdate()
  const [importing, setImporting] = createSignal(false)
  const [exporting, setExporting] = createSignal(false)

  async function exportAll(): Promise<void> {
    if (exporting()) return
    setExporting(true)
    await exportProjects('all')
    setExporting(false)
  }

  return (
    <Page title={t.title} back={{ href: '/', label: t.back }} class="settings" banners={<FaultBanner />}>
      <DeviceSection />
      <section id="backup">
        <h2>{backup.title}</h2>
        <p>{backup.text}</p>
        <div class="settings-actions">
          <Button icon="download" aria-disabled={exporting()} onClick={() => void exportAll()}>
            {backup.exportAll}
          </Button>
          <Button icon="restore" onClick={() => setImporting(true)}>
            {backup.import}
          </Button>
        </div>
      </section>
      <DeletedSection />
      <section>
        <h2>{t.you}</h2>
        <TextField
          label={t.yourName}
          hint={t.yourNameHint}
          value={projects.displayName()}
          onInput={() => {}}
          onCommit={(name) => projects.setDisplayName(trimmed(name))}
          maxLength={NAME_LIMIT}
          autocomplete="name"
        />
      </section>
      <section>
        <h2>{t.look}</h2>
        <RadioGroup
          legend={t.theme}
          inline
          value={theme.choice()}
          onChange={(choice) => {
            if (choice === 'light' || choice === 'dark' || choice === 'system') theme.choose(choice)
          }}
          options={(['system', 'light', 'dark'] as const).map((value) => ({ value, label: t.themes[value] }))}
        />
      </section>
      <section>
        <h2>{keys.title}</h2>
        <p>{keys.off}</p>
        <dl class="settings-keys">
          <For each={keys.list}>
            {([key, does]) => (
              <div>
                <dt>{does}</dt>
                <dd>
                  <kbd>{key}</kbd>
                </dd>
              </div>
            )}
          </For>
        </dl>
      </section>
      <section>
        <h2>{t.about}</h2>
        <p>{t.aboutText}</p>
        <Show when={update.updateReady()}>
          <div class="settings-actions">
            <Button onClick={() => void applyUpdate()}>{t.update}</Button>
          </div>
        </Show>
      </section>
      <Show when={importing()}>
        <LatePart ask={setImporting}>
          <ImportDialog onClose={() => setImporting(false)} />
        </LatePart>
      </Show>
    </Page>
  )
}

function DeviceSection() {
  const { persistence, install } = useApp()
  onMount(() => void persistence.refresh())
  return (
    <section>
      <h2>{device.title}</h2>
      <DeviceLine />
      <InstallLine />
      <Show when={install.installed()}>
        <p>{device.installed}</p>
      </Show>
      <Show when={persistence.space()}>{(space) => <p>{t.used(space().used, space().allowed)}</p>}</Show>
    </section>
  )
}

function DeletedSection() {
  const { projects } = useApp()
  const actions = createCardActions()
  const now = createNow()
  const deleted = () => shelve(projects.list() ?? []).deleted
  return (
    <section>
      <h2>{t.deleted}</h2>
      <Show when={deleted().length > 0} fallback={<p>{t.deletedNone}</p>}>
        <DeletedList entries={deleted()} actions={actions} now={now()} />
      </Show>
    </section>
  )
}
