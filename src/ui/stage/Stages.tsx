import { createSignal, For } from 'solid-js'
import { NAME_LIMIT } from '../../domain/command.ts'
import type { StageId } from '../../domain/model.ts'
import { Button } from '../controls/Button.tsx'
import { Checkbox } from '../controls/Choice.tsx'
import { Dialog } from '../controls/Dialog.tsx'
import { Menu } from '../controls/Menu.tsx'
import { TextField } from '../controls/TextField.tsx'
import { type PageDialogProps, usePage } from '../project/page.ts'
import { manage } from '../text/en/manage.ts'
import './stages.css'

const t = manage.stages

/** The stages of a project, in order: their names, which are gates, adding, moving and removing. */
export default function Stages(props: PageDialogProps) {
  const page = usePage()
  const [title, setTitle] = createSignal('')
  let field: HTMLElement | undefined

  function add(event: SubmitEvent): void {
    event.preventDefault()
    field?.focus()
    const after = page.model.stageIds().at(-1) ?? null
    if (page.actions.run({ kind: 'addStage', after, title: title() }, { quiet: true })) setTitle('')
  }

  return (
    <Dialog title={t.title} onClose={props.onClose} size="tall">
      <ol class="stages-list">
        <For each={page.model.stageIds()}>
          {(stage, index) => <StageItem stage={stage} index={index()} />}
        </For>
      </ol>
      <form class="stages-new" onSubmit={add} noValidate>
        <TextField
          ref={(element) => {
            field = element
          }}
          label={t.new}
          value={title()}
          onInput={setTitle}
          maxLength={NAME_LIMIT}
          autocomplete="off"
        />
        <Button type="submit" icon="add" disabled={title().trim() === ''}>
          {t.add}
        </Button>
      </form>
      <p class="field-hint">{t.gateHint}</p>
    </Dialog>
  )
}

function StageItem(props: { stage: StageId; index: number }) {
  const page = usePage()
  const { run } = page.actions
  const stage = () => page.stages().get(props.stage)
  const title = () => stage()?.title ?? ''
  const quiet = { quiet: true }
  // Typing stays here until it is kept; a refused or empty name shows the stored one again.
  const [draft, setDraft] = createSignal<string | null>(null)

  function rename(text: string): void {
    run({ kind: 'renameStage', stage: props.stage, title: text }, quiet)
    setDraft(null)
  }
  function move(by: 1 | -1): void {
    const ids = page.model.stageIds()
    const after = ids[by === -1 ? props.index - 2 : props.index + 1] ?? null
    run({ kind: 'moveStage', stage: props.stage, after }, quiet)
  }

  return (
    <li class="stages-item">
      <TextField
        class="stages-title"
        label={t.label(props.index)}
        labelHidden
        value={draft() ?? title()}
        onInput={setDraft}
        onCommit={rename}
        maxLength={NAME_LIMIT}
        autocomplete="off"
      />
      <Menu
        label={t.menu(title())}
        items={[
          props.index > 0 && { label: t.up, icon: 'up', run: () => move(-1) },
          props.index < page.model.stageIds().length - 1 && {
            label: t.down,
            icon: 'down',
            run: () => move(1),
          },
          'rule',
          {
            label: t.remove,
            icon: 'remove',
            danger: true,
            run: () => run({ kind: 'removeStage', stage: props.stage }),
          },
        ]}
      />
      <Checkbox
        label={t.makeGate}
        checked={stage()?.gate ?? false}
        onChange={(gate) => run({ kind: 'setGate', stage: props.stage, gate }, quiet)}
      />
    </li>
  )
}
