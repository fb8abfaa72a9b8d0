import { PromptDialog } from '../controls/PromptDialog.tsx'
import { home } from '../text/en/home.ts'
import type { Asked } from './createCardActions.ts'

const t = home.ask

/** Asks for the name of a copy or of a template made from a project. */
export default function AskName(props: {
  asked: Asked
  onName: (name: string) => void
  onClose: () => void
}) {
  const copy = () => props.asked.kind === 'duplicate'
  return (
    <PromptDialog
      title={copy() ? t.duplicate : t.template}
      label={copy() ? t.projectName : t.templateName}
      hint={copy() ? t.duplicateHint : t.templateHint}
      value={copy() ? t.copyOf(props.asked.entry.name) : props.asked.entry.name}
      missing={t.nameMissing}
      confirm={copy() ? t.duplicateDo : t.templateDo}
      onConfirm={props.onName}
      onClose={props.onClose}
    />
  )
}
