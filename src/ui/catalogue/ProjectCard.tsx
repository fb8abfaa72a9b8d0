import { For, Show } from 'solid-js'
import { Icon } from '../controls/icons.tsx'
import { Menu } from '../controls/Menu.tsx'
import { PartyChip } from '../controls/PartyChip.tsx'
import { Progress } from '../controls/Progress.tsx'
import { home } from '../text/en/home.ts'
import { ago } from '../text/format.ts'
import './card.css'
import type { CardActions } from './createCardActions.ts'
import type { Entry } from './entries.ts'

const t = home.card

/** One project of the list. A tap anywhere on it opens it; its menu stands apart. */
export function ProjectCard(props: { entry: Entry; now: number; actions: CardActions }) {
  const when = () =>
    props.entry.openedAt > props.entry.changedAt
      ? t.opened(ago(props.entry.openedAt, props.now))
      : t.changed(ago(props.entry.changedAt, props.now))
  /** Where the project is: the first stage that still has something open. */
  const current = () => props.entry.stages.find((stage) => !isThrough(stage))
  return (
    <li class="card">
      <div class="card-head">
        <h2>
          <a class="card-link" href={`/p/${props.entry.id}`}>
            {props.entry.name}
          </a>
        </h2>
        <CardMenu entry={props.entry} actions={props.actions} />
      </div>
      <p class="card-parties">
        <span class="visually-hidden">{t.parties}: </span>
        <For each={props.entry.parties}>
          {(party) => (
            <>
              <PartyChip code={party.code} colour={party.colour} title={party.team} />
              <Show when={party.code === props.entry.myParty}>
                <span class="card-you">{t.you}</span>
              </Show>
            </>
          )}
        </For>
        <span class="card-when">{when()}</span>
      </p>
      <div class="card-progress">
        <Progress value={props.entry.passed} max={props.entry.lines} label={t.progress(props.entry.name)} />
        <p class="card-counts">
          <span>{t.lines(props.entry.passed, props.entry.lines)}</span>
          <Show when={props.entry.myOpenCount > 0}>
            <strong>{t.mine(props.entry.myOpenCount)}</strong>
          </Show>
        </p>
      </div>
      <ul class="list card-stages" aria-label={t.stages}>
        <For each={props.entry.stages}>
          {(stage) => (
            <li classList={{ 'card-stage-now': stage === current() }}>
              <Show when={isThrough(stage)}>
                <Icon name="check" />
              </Show>
              {stage.title}
              <span class="card-of" aria-hidden="true">
                {stage.passed}/{stage.lines}
              </span>
              <span class="visually-hidden">{t.of(stage.passed, stage.lines)}</span>
            </li>
          )}
        </For>
      </ul>
    </li>
  )
}

const isThrough = (stage: Entry['stages'][number]): boolean => stage.passed === stage.lines

/** The menu of a project in the list or among the archived. */
export function CardMenu(props: { entry: Entry; actions: CardActions }) {
  return (
    <Menu
      class="card-menu"
      label={t.menu(props.entry.name)}
      items={[
        {
          label: t.duplicate,
          icon: 'copy',
          run: () => props.actions.ask({ kind: 'duplicate', entry: props.entry }),
        },
        {
          label: t.template,
          icon: 'table',
          run: () => props.actions.ask({ kind: 'template', entry: props.entry }),
        },
        { label: t.backup, icon: 'download', run: () => void props.actions.exportBackup(props.entry) },
        'rule',
        {
          label: props.entry.archivedAt ? t.unarchive : t.archive,
          icon: props.entry.archivedAt ? 'restore' : 'archive',
          run: () => void props.actions.archive(props.entry, !props.entry.archivedAt),
        },
        { label: t.delete, icon: 'remove', danger: true, run: () => void props.actions.remove(props.entry) },
      ]}
    />
  )
}
