import { createMemo, createSignal, Show } from 'solid-js'
import { Button } from '../controls/Button.tsx'
import { EachKeyed } from '../controls/EachKeyed.tsx'
import { dayText } from '../stage/days.ts'
import { home } from '../text/en/home.ts'
import { type Entry, linesFound } from './entries.ts'
import './mine.css'

const t = home.mine
const AT_FIRST = 5

/** The lines that wait for my party, across all projects, the ones with a due date first. */
export function MyOpenLines(props: { entries: readonly Entry[]; words: readonly string[]; today: string }) {
  const groups = createMemo(() =>
    props.entries
      .map((entry) => ({ entry, lines: byDue(linesFound(entry, props.words)) }))
      .filter((group) => group.lines.length > 0),
  )
  return (
    <section class="mine" aria-labelledby="my-open-lines">
      <h2 id="my-open-lines">{t.title}</h2>
      <Show when={groups().length > 0} fallback={<p class="mine-none">{t.none}</p>}>
        <EachKeyed each={groups()} by={(group) => group.entry.id}>
          {(group) => <Group entry={group().entry} lines={group().lines} today={props.today} />}
        </EachKeyed>
      </Show>
    </section>
  )
}

function Group(props: { entry: Entry; lines: Entry['myOpen']; today: string }) {
  const [all, setAll] = createSignal(false)
  const shown = () => (all() ? props.lines : props.lines.slice(0, AT_FIRST))
  const further = () =>
    (props.lines.length === props.entry.myOpen.length ? props.entry.myOpenCount : 0) - props.lines.length
  return (
    <div class="mine-group">
      <h3>{props.entry.name}</h3>
      <ul class="list">
        <EachKeyed each={shown()} by={(line) => line.line}>
          {(line) => (
            <li>
              <a class="mine-line" href={`/p/${props.entry.id}?line=${line().line}`}>
                <span class="mine-text">{line().text}</span>
                <span class="mine-about">
                  {line().stage}
                  <Show when={line().due}>
                    {(due) => (
                      <span class="mine-due" data-late={due() < props.today ? '' : undefined}>
                        {due() < props.today ? t.overdue(dayText(due())) : t.due(dayText(due()))}
                      </span>
                    )}
                  </Show>
                </span>
              </a>
            </li>
          )}
        </EachKeyed>
      </ul>
      <Show when={!all() && props.lines.length > AT_FIRST}>
        <Button kind="quiet" onClick={() => setAll(true)}>
          {t.all(props.lines.length)}
        </Button>
      </Show>
      <Show when={all() && further() > 0}>
        <p class="mine-none">{t.further(further())}</p>
      </Show>
    </div>
  )
}

/** The earliest due first, those without a date after them in the order of the table. */
function byDue(lines: Entry['myOpen']): Entry['myOpen'] {
  return [...lines].sort((a, b) => (a.due ?? '9').localeCompare(b.due ?? '9'))
}
