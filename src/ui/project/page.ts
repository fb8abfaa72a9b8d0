import { type Accessor, createContext, useContext } from 'solid-js'
import type { Command } from '../../domain/command.ts'
import type { Contact, ContactId, LineId, Party, PartyId, Stage, StageId } from '../../domain/model.ts'
import type { LineView, ReadModel } from '../../session/readModel.ts'
import type { Session } from '../../session/session.ts'
import type { LineFilter } from './createFilter.ts'

/** The one dialog that can be open on the page, and what it is about. */
export type PageDialog =
  | { readonly kind: 'ask'; readonly line: LineId; readonly parties: readonly PartyId[] }
  /** `next` runs when the person has said who they are, or would not. */
  | { readonly kind: 'introduce'; readonly next?: () => void }
  | {
      readonly kind: 'filter' | 'rename' | 'parties' | 'stages' | 'template' | 'duplicate' | 'jump' | 'keys'
    }

/** A dialog gets what it is about and a way to close itself. */
export interface PageDialogProps {
  readonly about: PageDialog
  readonly onClose: () => void
}

/** What people do on the page, with its answer shown: a toast with Undo, or why not. */
export interface Actions {
  /** Runs a command; false when it was refused. `quiet`: no toast, for what is plain to see where it was done. */
  run(command: Command, options?: { quiet: boolean }): boolean
  /** A tap on a whole line. */
  tick(line: LineId): void
  /** A tap on one party of a line. */
  tickFor(line: LineId, party: PartyId): void
  undo(): void
  redo(): void
  /** Says something in passing, in place of what was said before. */
  say(text: string, action?: { label: string; run: () => void }, tone?: 'plain' | 'problem'): void
  /** Takes away what was said, so that it does not lie over what opens now. */
  hush(): void
}

/** What the parts of the project page share. */
export interface ProjectPage {
  readonly session: Session
  readonly model: ReadModel
  readonly name: Accessor<string>
  readonly parties: Accessor<ReadonlyMap<PartyId, Party>>
  readonly contacts: Accessor<ReadonlyMap<ContactId, Contact>>
  readonly stages: Accessor<ReadonlyMap<StageId, Stage>>
  /** Names of a party's contacts, those to call first before the back-ups; empty text where there are none. */
  readonly people: Accessor<ReadonlyMap<PartyId, string>>
  /** Today as an ISO day. */
  readonly today: Accessor<string>
  /** The parties that take part now, in order. */
  readonly present: Accessor<readonly Party[]>
  /** The party this device speaks for. */
  readonly mine: Accessor<PartyId | null>
  readonly filter: LineFilter
  readonly actions: Actions
  /** The line whose details are open, as the address says. */
  readonly detail: Accessor<LineId | null>
  /** Opens the details of a line, or closes them; `edit` puts the caret into its text. */
  showDetail(line: LineId | null, edit?: boolean): void
  /** Whether the details were opened to edit the text. */
  readonly editing: Accessor<boolean>
  /** The stage in which a new line is being written. */
  readonly composing: Accessor<StageId | null>
  compose(stage: StageId | null): void
  readonly arranging: Accessor<boolean>
  arrange(on: boolean): void
  readonly dialog: Accessor<PageDialog | null>
  show(dialog: PageDialog | null): void
  /** True where there is room for the table with its rail and panel. */
  readonly wide: Accessor<boolean>
}

const PageContext = createContext<ProjectPage>()

export const PageProvider = PageContext.Provider

/** The project page one is on. Throws outside of it, which is a programming error. */
export function usePage(): ProjectPage {
  const page = useContext(PageContext)
  if (!page) throw new Error('usePage is called outside of a project page')
  return page
}

/** A line that is listed; throws for an id that never was, since only ids the project lists get here. */
export function viewOf(model: ReadModel, id: LineId): LineView {
  const view = model.line(id)
  if (!view) throw new Error(`There is no line ${id}`)
  return view
}
