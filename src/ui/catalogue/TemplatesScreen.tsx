import { createSignal, For, Show } from 'solid-js'
import type { Template } from '../../domain/template.ts'
import { navigate } from '../../platform/address.ts'
import { useApp } from '../app.ts'
import { Button } from '../controls/Button.tsx'
import { EachKeyed } from '../controls/EachKeyed.tsx'
import { focusHeading } from '../controls/focus.ts'
import { Icon } from '../controls/icons.tsx'
import { Menu } from '../controls/Menu.tsx'
import { Page } from '../controls/Page.tsx'
import { PartyChip } from '../controls/PartyChip.tsx'
import { PromptDialog } from '../controls/PromptDialog.tsx'
import { useToaster } from '../controls/Toaster.tsx'
import { controls } from '../text/en/controls.ts'
import { templates as t } from '../text/en/templates.ts'
import { FaultBanner } from './FaultBanner.tsx'
import { TemplateTable } from './TemplateTable.tsx'
import './templates.css'
import { isBuiltIn, templatesOf } from './templates.ts'

/** All templates: the built-in ones, then one's own. */
export default function TemplatesScreen() {
  const { projects } = useApp()
  const toaster = useToaster()
  const [renaming, setRenaming] = createSignal<Template>()

  async function attempt(work: Promise<void>, then: () => void): Promise<void> {
    try {
      await work
      then()
    } catch {
      toaster.show({ text: controls.failed, tone: 'problem' })
    }
  }
  function remove(template: Template): void {
    const undo = () => void attempt(projects.saveTemplate(template), () => {})
    void attempt(projects.removeTemplate(template.id), () => {
      focusHeading()
      toaster.show({ text: t.deleted(template.name), action: { label: t.undo, run: undo } })
    })
  }

  return (
    <Page title={t.title} back={{ href: '/', label: t.back }} banners={<FaultBanner />}>
      <p class="templates-intro">{t.intro}</p>
      <ul class="list templates">
        <EachKeyed each={templatesOf(projects)} by={(one) => one.id}>
          {(template) => (
            <li class="template">
              <div class="template-head">
                <div>
                  <h2>{template().name}</h2>
                  <p class="template-about">
                    <For each={template().parties}>
                      {(party) => <PartyChip code={party.code} colour={party.colour} title={party.role} />}
                    </For>
                    <span>{t.parts(template().stages.length, lineCount(template()))}</span>
                    <Show when={isBuiltIn(template().id)}>
                      <span>{t.builtIn}</span>
                    </Show>
                  </p>
                </div>
                <Show when={!isBuiltIn(template().id)}>
                  <Menu
                    label={t.menu(template().name)}
                    items={[
                      { label: t.rename, icon: 'edit', run: () => setRenaming(template()) },
                      { label: t.delete, icon: 'remove', danger: true, run: () => remove(template()) },
                    ]}
                  />
                </Show>
              </div>
              <Show when={template().description}>
                <p>{template().description}</p>
              </Show>
              <details>
                <summary>
                  <Icon name="chevron" />
                  {t.look}
                </summary>
                <TemplateTable template={template()} />
              </details>
              <Button
                kind="plain"
                aria-label={t.useOf(template().name)}
                onClick={() => navigate(`/new?template=${encodeURIComponent(template().id)}`)}
              >
                {t.use}
              </Button>
            </li>
          )}
        </EachKeyed>
      </ul>
      <p class="templates-intro">{t.own}</p>
      <Show when={renaming()}>
        {(template) => (
          <PromptDialog
            title={t.renameTitle}
            label={t.name}
            value={template().name}
            missing={t.nameMissing}
            confirm={t.save}
            onClose={() => setRenaming(undefined)}
            onConfirm={(name) => {
              void attempt(projects.saveTemplate({ ...template(), name }), () => {})
              setRenaming(undefined)
            }}
          />
        )}
      </Show>
    </Page>
  )
}

const lineCount = (template: Template): number =>
  template.stages.reduce((sum, stage) => sum + stage.lines.length, 0)
