import type { CardActions } from './createCardActions.ts'
import { DeviceLine, InstallLine } from './DeviceLine.tsx'
import type { Entry } from './entries.ts'
import { ArchivedProjects, DeletedProjects } from './PutAway.tsx'

export interface HomeFootProps {
  archived: readonly Entry[]
  deleted: readonly Entry[]
  /** Shows what is archived unfolded, as when a search found it there. */
  open: boolean
  actions: CardActions
  now: number
}

/** What stands below the list, and loads after it: what was put away, and how safe the data is. */
export default function HomeFoot(props: HomeFootProps) {
  return (
    <footer class="home-foot">
      <ArchivedProjects entries={props.archived} actions={props.actions} open={props.open} />
      <DeletedProjects entries={props.deleted} actions={props.actions} now={props.now} />
      <InstallLine />
      <DeviceLine />
    </footer>
  )
}
