import { Show } from 'solid-js'
import { KEPT_DELETED_MS } from '../../session/projects.ts'
import { Button } from '../controls/Button.tsx'
import { EachKeyed } from '../controls/EachKeyed.tsx'
import { Icon } from '../controls/icons.tsx'
import { home as t } from '../text/en/home.ts'
import { ago, day } from '../text/format.ts'
import type { CardActions } from './createCardActions.ts'
import type { Entry } from './entries.ts'
import { CardMenu } from './ProjectCard.tsx'
import './putAway.css'

/** The archived projects, folded away. */
export function ArchivedProjects(props: { entries: readonly Entry[]; actions: CardActions; open: boolean }) {
  return (
    <Show when={props.entries.length > 0}>
      <details class="put-away" open={props.open}>
        <summary>
          <Icon name="chevron" />
          {t.archived(props.entries.length)}
        </summary>
        <ul class="list">
          <EachKeyed each={props.entries} by={(entry) => entry.id}>
            {(entry) => (
              <li>
                <a href={`/p/${entry().id}`}>
                  {entry().name}
                  <span>{t.card.lines(entry().passed, entry().lines)}</span>
                </a>
                <CardMenu entry={entry()} actions={props.actions} />
              </li>
            )}
          </EachKeyed>
        </ul>
      </details>
    </Show>
  )
}

/** The deleted projects that can still be brought back, folded away. */
export function DeletedProjects(props: {
  entries: readonly Entry[]
  actions: Pick<CardActions, 'restore'>
  now: number
}) {
  return (
    <Show when={props.entries.length > 0}>
      <details class="put-away">
        <summary>
          <Icon name="chevron" />
          {t.deleted(props.entries.length)}
        </summary>
        <DeletedList {...props} />
      </details>
    </Show>
  )
}

/** The deleted projects themselves, each with the way back. */
export function DeletedList(props: {
  entries: readonly Entry[]
  actions: Pick<CardActions, 'restore'>
  now: number
}) {
  const until = (entry: Entry) => day((entry.deletedAt ?? 0) + KEPT_DELETED_MS)
  return (
    <ul class="list put-away-list">
      <EachKeyed each={props.entries} by={(entry) => entry.id}>
        {(entry) => (
          <li>
            <p>
              {entry().name}
              <span>{t.deletedUntil(ago(entry().deletedAt ?? 0, props.now), until(entry()))}</span>
            </p>
            <Button
              kind="quiet"
              aria-label={t.restoreOf(entry().name)}
              onClick={() => void props.actions.restore(entry())}
            >
              {t.restore}
            </Button>
          </li>
        )}
      </EachKeyed>
    </ul>
  )
}
