import { createEffect, createMemo, createSignal, on, onCleanup, untrack } from 'solid-js'
import type { LineId, PartyId, StageId } from '../../domain/model.ts'
import { partiesTakingPart } from '../../domain/owner.ts'
import { back, query, setQuery } from '../../platform/address.ts'
import { listenTo } from '../../platform/listen.ts'
import type { Session } from '../../session/session.ts'
import { useToaster } from '../controls/Toaster.tsx'
import { today } from '../stage/days.ts'
import { rowElement } from '../stage/rows.ts'
import { createActions } from './createActions.ts'
import { createFilter } from './createFilter.ts'
import { createMedia } from './createMedia.ts'
import type { PageDialog, ProjectPage } from './page.ts'

/** Builds what the parts of the page share. Call it inside a route, under a toaster. */
export function createPage(session: Session): ProjectPage {
  const { model } = session
  // Rows read these: signals rather than memos over the project, which wakes at every change; see ReadModel.
  const { parties, contacts, stages, partyOrder } = model
  const thirdParty = createMemo(() => model.meta().thirdParty)
  const present = createMemo(() => {
    parties()
    thirdParty()
    partyOrder()
    return partiesTakingPart(untrack(model.project))
  })
  const people = createMemo(() => {
    const names = new Map<PartyId, string[]>()
    const standing = [...contacts().values()].filter((contact) => contact.removed === null)
    for (const { party, name } of standing.sort((a, b) => Number(a.backup) - Number(b.backup))) {
      names.set(party, [...(names.get(party) ?? []), name])
    }
    return new Map([...names].map(([party, list]) => [party, list.join(', ')]))
  })
  const mine = createMemo(() => session.me().party)

  const [day, setDay] = createSignal(today())
  listenTo(document, 'visibilitychange', () => setDay(today()))

  const [composing, compose] = createSignal<StageId | null>(null)
  const [arranging, arrange] = createSignal(false)
  const [dialog, show] = createSignal<PageDialog | null>(null)
  const details = createDetail()
  const actions = createActions({ session, toaster: useToaster(), show, showDetail: details.showDetail })
  // Its Undo would change a document that is closed by then, and nothing would store that.
  onCleanup(() => actions.hush())

  return {
    session,
    model,
    name: createMemo(() => model.meta().name),
    parties,
    contacts,
    stages,
    people,
    present,
    mine,
    today: day,
    filter: createFilter(model, mine),
    actions,
    ...details,
    composing,
    compose,
    arranging,
    arrange,
    dialog,
    show(next) {
      if (next) actions.hush()
      show(next)
    },
    wide: createMedia('(width >= 56rem)'),
  }
}

/** The open details live in the address, so that the system's way back closes them and a link can open them. */
function createDetail(): Pick<ProjectPage, 'detail' | 'showDetail' | 'editing'> {
  const [editing, setEditing] = createSignal(false)
  const detail = createMemo((): LineId | null => query('line'))
  // Set while the entry of the history before this one is this page without details.
  let openedHere = false
  // Set while the step back is under way: a second press or Esc within it would lead off the page.
  let closing = false

  createEffect(
    on(detail, (line, before) => {
      closing = false
      if (line !== null) return
      openedHere = false
      if (before) rowElement(before)?.querySelector<HTMLElement>('.line-more')?.focus({ preventScroll: true })
    }),
  )

  return {
    detail,
    editing,
    showDetail(line, edit = false) {
      const before = untrack(detail)
      setEditing(edit)
      if (line === before) return
      if (line === null) {
        if (closing) return
        closing = openedHere
        if (openedHere) back()
        else setQuery('line', null, { replace: true })
        return
      }
      if (before === null) openedHere = true
      setQuery('line', line, { replace: before !== null })
    },
  }
}
