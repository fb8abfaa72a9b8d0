import { createSignal } from 'solid-js'
import { Button } from '../controls/Button.tsx'
import { Checkbox, RadioGroup } from '../controls/Choice.tsx'
import { Dialog } from '../controls/Dialog.tsx'
import { manage as t } from '../text/en/manage.ts'
import type { Scope } from './createFilter.ts'
import { scopesOf } from './FilterBar.tsx'
import { scopeName } from './filterName.ts'
import { type PageDialogProps, usePage } from './page.ts'

/** All filters of a phone, each with its count. */
export default function FilterDialog(props: PageDialogProps) {
  const page = usePage()
  const { filter } = page
  const [scope, setScope] = createSignal<Scope>(filter.scope())
  const [openOnly, setOpenOnly] = createSignal(filter.openOnly())
  const keyOf = (of: Scope) => (typeof of === 'object' ? `party ${of.party}` : of)
  const team = (of: Scope) =>
    typeof of === 'object' ? page.parties().get(of.party)?.team || undefined : undefined

  return (
    <Dialog
      title={t.filter.title}
      onClose={props.onClose}
      footer={
        <Button
          kind="primary"
          onClick={() => {
            filter.choose(scope(), openOnly())
            props.onClose()
          }}
        >
          {t.filter.show(filter.count(scope(), openOnly()))}
        </Button>
      }
    >
      <RadioGroup
        legend={t.filter.whose}
        value={keyOf(scope())}
        onChange={(key) => setScope(() => scopesOf(page).find((of) => keyOf(of) === key) ?? 'all')}
        options={scopesOf(page).map((of) => ({
          value: keyOf(of),
          label: (
            <span class="filter-option">
              {scopeName(of, page)} <span class="segment-count">{filter.count(of, openOnly())}</span>
            </span>
          ),
          hint: team(of),
        }))}
      />
      <Checkbox switch label={t.filter.openOnly} checked={openOnly()} onChange={setOpenOnly} />
    </Dialog>
  )
}
