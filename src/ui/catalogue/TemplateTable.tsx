import { For, Show } from 'solid-js'
import type { Template, TemplateLine } from '../../domain/template.ts'
import { Icon } from '../controls/icons.tsx'
import { PartyChip } from '../controls/PartyChip.tsx'
import { templates as t } from '../text/en/templates.ts'

/** What is in a template: its stages, and who owns which line. */
export function TemplateTable(props: { template: Template }) {
  return (
    <div class="template-table">
      <For each={props.template.stages}>
        {(stage) => (
          <section>
            <h3>{stage.title}</h3>
            <Show when={stage.lines.length === 0}>
              <p class="template-note">{t.noLines}</p>
            </Show>
            <ul class="list">
              <For each={stage.lines}>
                {(line) => (
                  <li>
                    <Owner template={props.template} line={line} />
                    <div>
                      {line.text}
                      <Show when={line.conditional}>
                        <p class="template-note">{t.conditional}</p>
                      </Show>
                    </div>
                  </li>
                )}
              </For>
            </ul>
            <Show when={stage.gate}>
              <p class="template-note template-gate">
                <Icon name="gate" />
                {t.gate}
              </p>
            </Show>
          </section>
        )}
      </For>
    </div>
  )
}

function Owner(props: { template: Template; line: TemplateLine }) {
  const rule = () => {
    const { rule, parties } = props.line.owner
    if (parties.length < 2 || rule === 'one') return ''
    return rule === 'joint' ? t.joint : t.either
  }
  return (
    <p class="template-owner">
      <For each={props.line.owner.parties}>
        {(key) => {
          const party = props.template.parties.find((one) => one.key === key)
          return <PartyChip code={party?.code ?? '?'} colour={party?.colour ?? 7} title={party?.role} />
        }}
      </For>
      <Show when={rule()}>
        <span>{rule()}</span>
      </Show>
    </p>
  )
}
