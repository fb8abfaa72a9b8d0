import { createSignal } from 'solid-js'
import { navigate } from '../../platform/address.ts'
import { useApp } from '../app.ts'
import { createExport } from '../controls/createExport.ts'
import { focusHeading } from '../controls/focus.ts'
import { useToaster } from '../controls/Toaster.tsx'
import { controls } from '../text/en/controls.ts'
import { home as t } from '../text/en/home.ts'
import type { Entry } from './entries.ts'

/** A name that is being asked for, and what it is for. */
export interface Asked {
  readonly kind: 'duplicate' | 'template'
  readonly entry: Entry
}

/** What can be done to a project from the list, each with its toast; what takes away can be taken back there. */
export function createCardActions() {
  const { projects } = useApp()
  const toaster = useToaster()
  const exportProjects = createExport((text, tone) => toaster.show({ text, tone }))
  const [asked, setAsked] = createSignal<Asked | null>(null)
  let opening = false

  /** Does it, and says that it did not work rather than nothing. */
  async function attempt<T>(work: Promise<T>, then: (result: T) => void): Promise<void> {
    try {
      then(await work)
    } catch {
      toaster.show({ text: controls.failed, tone: 'problem' })
    }
  }

  const restore = (entry: Entry) =>
    attempt(projects.setDeleted(entry.id, false), () => {
      focusHeading()
      toaster.show({ text: t.toast.restored(entry.name) })
    })

  const archive = (entry: Entry, archived: boolean) =>
    attempt(projects.setArchived(entry.id, archived), () => {
      focusHeading()
      const text = archived ? t.toast.archived(entry.name) : t.toast.unarchived(entry.name)
      toaster.show({ text, action: { label: t.toast.undo, run: () => void undoArchive(entry, archived) } })
    })

  const undoArchive = (entry: Entry, archived: boolean) =>
    attempt(projects.setArchived(entry.id, !archived), () => {})

  return {
    asked,
    ask: setAsked,
    restore,
    archive,
    exportBackup: (entry: Entry) => exportProjects([entry.id]),
    remove: (entry: Entry) =>
      attempt(projects.setDeleted(entry.id, true), () => {
        focusHeading()
        const undo = { label: t.toast.undo, run: () => void restore(entry) }
        toaster.show({ text: t.toast.deleted(entry.name), action: undo })
      }),
    /** Answers what was asked. */
    named(name: string): Promise<void> {
      const question = asked()
      setAsked(null)
      if (!question) return Promise.resolve()
      const { kind, entry } = question
      if (kind === 'duplicate') {
        return attempt(projects.duplicate(entry.id, name), (id) => {
          const open = { label: t.toast.open, run: () => navigate(`/p/${id}`) }
          toaster.show({ text: t.toast.duplicated(name), action: open })
        })
      }
      return attempt(projects.saveAsTemplate(entry.id, name), () => {
        const look = { label: t.toast.look, run: () => navigate('/templates') }
        toaster.show({ text: t.toast.templated(name), action: look })
      })
    },
    /** Makes one example however often it is pressed before its page is loaded. */
    async openExample(): Promise<void> {
      if (opening) return
      opening = true
      let made = false
      await attempt(projects.openExample(), (id) => {
        made = true
        navigate(`/p/${id}`)
      })
      opening = made
    },
  }
}

export type CardActions = ReturnType<typeof createCardActions>
