import { createEffect, createMemo, createSignal, For, on, Show } from 'solid-js'
import { NAME_LIMIT, trimmed } from '../../domain/command.ts'
import type { Template } from '../../domain/template.ts'
import { navigate, query } from '../../platform/address.ts'
import { useApp } from '../app.ts'
import { Banner } from '../controls/Banner.tsx'
import { Button } from '../controls/Button.tsx'
import { Checkbox, RadioGroup } from '../controls/Choice.tsx'
import { Icon } from '../controls/icons.tsx'
import { Page } from '../controls/Page.tsx'
import { PartyChip } from '../controls/PartyChip.tsx'
import { TextField } from '../controls/TextField.tsx'
import { newProject as t } from '../text/en/newProject.ts'
import { createDraft, teamsOf } from './draft.ts'
import { FaultBanner } from './FaultBanner.tsx'
import './newProject.css'
import { TeamFields } from './TeamFields.tsx'
import { templatesOf } from './templates.ts'

/** The form for a new project. Only its name is needed; all else can be filled in later. */
export default function NewProjectScreen() {
  const { projects } = useApp()
  const [draft, setDraft, { forget }] = createDraft({
    name: '',
    template: '',
    thirdParty: true,
    myName: '',
    party: null,
    teams: {},
  })
  const [checked, setChecked] = createSignal(false)
  const [failed, setFailed] = createSignal(false)
  const [busy, setBusy] = createSignal(false)

  /** A draft that is taken up again shows what was typed. */
  const teamsBegun = Object.keys(draft.teams).length > 0

  const wanted = query('template')
  if (wanted !== null) setDraft('template', wanted)
  // The name comes from the device's storage a moment later, and never over one that was typed.
  createEffect(on(projects.displayName, (name) => draft.myName === '' && setDraft('myName', name)))

  const templates = createMemo(() => templatesOf(projects))
  const template = createMemo(
    (): Template | undefined => templates().find(({ id }) => id === draft.template) ?? templates()[0],
  )
  const hasThird = () => template()?.parties.some((party) => party.third) ?? false
  const parties = createMemo(() =>
    (template()?.parties ?? []).filter((party) => draft.thirdParty || !party.third),
  )
  /** The chosen party, as long as it takes part. */
  const party = () => parties().find(({ key }) => key === draft.party)?.key ?? null

  async function submit(event: SubmitEvent & { currentTarget: HTMLFormElement }): Promise<void> {
    event.preventDefault()
    const form = event.currentTarget
    const chosen = template()
    if (busy() || !chosen) return
    const name = trimmed(draft.name)
    setChecked(true)
    if (!focusFirstWrong(form)) return
    setBusy(true)
    setFailed(false)
    try {
      const me = { member: '', name: trimmed(draft.myName), party: party() }
      const thirdParty = draft.thirdParty || !hasThird()
      const id = await projects.create(chosen, { name, thirdParty, teams: teamsOf(draft), me })
      forget()
      navigate(`/p/${id}`, { replace: true })
    } catch {
      setFailed(true)
      // Not where it worked: the form is on screen until the project's page is loaded, and must not make a second one.
      setBusy(false)
      form.querySelector<HTMLElement>('[type=submit]')?.focus()
    }
  }

  return (
    <Page title={t.title} back={{ href: '/', label: t.back }} class="new-project" banners={<FaultBanner />}>
      {/* Inert while it creates: what is changed then would be in no project. */}
      <form onSubmit={(event) => void submit(event)} noValidate inert={busy()} data-kept>
        <TextField
          label={t.name}
          hint={t.nameHint}
          error={checked() && trimmed(draft.name) === '' ? t.errors.nameMissing : undefined}
          value={draft.name}
          onInput={(name) => setDraft('name', name)}
          autocomplete="off"
          autocapitalize="sentences"
          enterkeyhint="next"
          maxLength={NAME_LIMIT}
          required
        />
        <RadioGroup
          legend={t.template}
          value={template()?.id ?? null}
          onChange={(id) => setDraft('template', id)}
          options={templates().map((one) => ({ value: one.id, label: one.name, hint: parts(one) }))}
        />
        <Show when={template()}>{(chosen) => <Stages template={chosen()} />}</Show>
        <Show when={hasThird()}>
          <Checkbox
            label={t.third}
            hint={t.thirdHint}
            checked={draft.thirdParty}
            onChange={(takesPart) => setDraft('thirdParty', takesPart)}
          />
        </Show>
        <TextField
          label={t.yourName}
          hint={t.yourNameHint}
          value={draft.myName}
          onInput={(name) => setDraft('myName', name)}
          maxLength={NAME_LIMIT}
          autocomplete="name"
        />
        <RadioGroup
          legend={t.youAre}
          value={party()}
          onChange={(key) => setDraft('party', key)}
          options={parties().map((one) => ({
            value: one.key,
            label: (
              <>
                <PartyChip code={one.code} colour={one.colour} /> {one.role}
              </>
            ),
          }))}
        />
        <details class="teams" open={teamsBegun}>
          <summary>
            <Icon name="chevron" />
            <span>
              {t.teams}
              <span class="field-hint">{t.teamsHint}</span>
            </span>
          </summary>
          <For each={parties()}>
            {(one) => <TeamFields party={one} draft={draft} setDraft={setDraft} checked={checked()} />}
          </For>
        </details>
        <div class="new-project-end">
          {/* Beside the button, which is where one looks after pressing it. */}
          <Show when={failed()}>
            <Banner tone="danger">{t.failed}</Banner>
          </Show>
          <Button kind="primary" type="submit" aria-disabled={busy()}>
            {busy() ? t.creating : t.create}
          </Button>
        </div>
      </form>
    </Page>
  )
}

/** Puts the focus on the first field that says it is wrong; true where none does. */
function focusFirstWrong(form: HTMLFormElement): boolean {
  const wrong = form.querySelector<HTMLElement>('[aria-invalid="true"]')
  const folded = wrong?.closest('details')
  if (folded) folded.open = true
  wrong?.focus()
  return wrong === null
}

const parts = (template: Template): string =>
  t.templateParts(
    template.stages.length,
    template.stages.reduce((sum, stage) => sum + stage.lines.length, 0),
  )

/** The stages of the chosen template, in short. */
function Stages(props: { template: Template }) {
  return (
    <ol class="list new-project-stages">
      <For each={props.template.stages}>
        {(stage) => (
          <li>
            {stage.title} <span>{stage.lines.length}</span>
          </li>
        )}
      </For>
    </ol>
  )
}
