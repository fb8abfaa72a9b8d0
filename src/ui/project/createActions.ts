import type { Command, Refusal } from '../../domain/command.ts'
import { tickTarget } from '../../domain/decideTick.ts'
import type { LineId } from '../../domain/model.ts'
import { afterPaint } from '../../platform/afterPaint.ts'
import type { Outcome, Session } from '../../session/session.ts'
import type { Toaster } from '../controls/Toaster.tsx'
import { project as t } from '../text/en/project.ts'
import type { Actions, PageDialog } from './page.ts'

type Action = { readonly label: string; readonly run: () => void }
type Answers = typeof import('./answers.ts')

const words = () => import('./answers.ts')

/** Runs what people do on the page through the session and says what came of it. */
export function createActions(parts: {
  session: Session
  toaster: Toaster
  show: (dialog: PageDialog) => void
  showDetail: (line: LineId) => void
}): Actions {
  const { session, toaster, show, showDetail } = parts
  const { model } = session
  let dismiss: () => void = () => {}
  let said = 0

  function say(text: string, action?: Action, tone: 'plain' | 'problem' = 'plain'): void {
    said++
    dismiss()
    dismiss = toaster.show({ text, action, tone })
  }

  /**
   * Says something once what was done is on screen, which a toast in the same frame would hold up, in words that have to
   * be loaded the first time; not if something newer was said by then.
   */
  function answer(tell: (words: Answers) => Parameters<typeof say>): void {
    const turn = ++said
    afterPaint(() =>
      words().then(
        (loaded) => turn === said && say(...tell(loaded)),
        // Without them the rows and the Undo button still tell and do the same.
        () => {},
      ),
    )
  }

  function refuse(refusal: Refusal): void {
    answer(({ answers, lineToShow }) => {
      const line = lineToShow(refusal)
      const next = line === null ? undefined : { label: t.details, run: () => showDetail(line) }
      return [answers.refusal(refusal, model.project()), next, 'problem']
    })
  }

  function runNow(command: Command, quiet: boolean): boolean {
    const before = model.project()
    const outcome = session.run(command)
    if ('refused' in outcome) {
      refuse(outcome)
      return false
    }
    const { entry } = outcome
    if (entry && !quiet) {
      const undo = { label: t.undo, run: () => takenBack(command, session.undo(entry)) }
      answer(({ answers }) => [answers.done(command, before), undo])
    }
    return true
  }

  function takenBack(command: Command | undefined, outcome: Outcome): void {
    if ('refused' in outcome) refuse(outcome)
    else
      answer(({ answers }) => [command ? answers.undone(command, model.project()) : answers.nothingToUndo()])
  }

  const actions: Actions = {
    run: (command, options) => runNow(command, options?.quiet ?? false),
    tick(id) {
      const line = model.project().lines.get(id)
      if (!line) return
      const target = tickTarget(model.project(), line, session.me().party)
      if ('refused' in target) refuse(target)
      else if ('ask' in target) {
        // What was said before would lie over the answers.
        actions.hush()
        show({ kind: 'ask', line: id, parties: target.ask })
      } else actions.run({ kind: 'tick', line: id, ...target })
    },
    tickFor(line, party) {
      const ticks = model.project().lines.get(line)?.ticks
      const done = ticks && Object.hasOwn(ticks, party) && ticks[party]?.done
      actions.run({ kind: 'tick', line, party, done: !done })
    },
    undo() {
      const command = session.undoable()?.command
      takenBack(command, session.undo())
    },
    redo() {
      const command = session.redoable()?.command
      const outcome = session.redo()
      if ('refused' in outcome) refuse(outcome)
      else if (command) answer(({ answers }) => [answers.redone(command, model.project())])
    },
    say,
    hush() {
      said++
      dismiss()
    },
  }
  return actions
}
