import { untrack } from 'solid-js'
import type { Command, Refusal } from '../../domain/command.ts'
import { tickTarget } from '../../domain/decideTick.ts'
import type { Session } from '../../session/session.ts'
import type { Toaster } from '../controls/Toaster.tsx'
import { project as t } from '../text/en/project.ts'
import { deedOf } from './deed.ts'
import type { Actions, PageDialog } from './page.ts'
import { refusalText } from './refusal.ts'

const OF_A_LINE: ReadonlySet<Refusal['refused']> = new Set([
  'noOwner',
  'notApplicable',
  'takenByOther',
  'twoClaims',
])

export function createActions(parts: {
  session: Session
  toaster: Toaster
  show: (dialog: PageDialog) => void
  showDetail: (line: LineId) => void
}): Actions {
  const { session, toaster, show, showDetail } = parts
  const { model } = session
  let dismiss: () => void = () => {}
  let askedWho = false

  function say(text: string, action?: { label: string; run: () => void }, tone?: 'problem'): void {
    dismiss()
    dismiss = toaster.show({ text, action, ...(tone ? { tone } : {}) })
  }

  function refuse(refusal: Refusal): void {
    const line = 'line' in refusal && OF_A_LINE.has(refusal.refused) ? refusal.line : null
    const next = line === null ? undefined : { label: t.details, run: () => showDetail(line) }
    say(refusalText(refusal, model.project()), next, 'problem')
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
      const undo = () => answer(session.undo(entry), t.undone)
      say(sentence(deedOf(command, before)), { label: t.undo, run: undo })
    }
    return true
  }

  function answer(outcome: ReturnType<Session['undo']>, said: (what: string) => string): void {
    // The step back is an undo command; what it took back is told from the history's newest entry.
    const redone = session.redoable()
    if ('refused' in outcome) refuse(outcome)
    else if (!outcome.entry) say(t.nothingToUndo)
    else say(redone ? said(deedOf(redone.command, model.project())) : said(t.done.other))
  }

  const actions: Actions = {
    run(command, options) {
      const quiet = options?.quiet ?? false
      if (askedWho || untrack(session.me).name !== '' || command.kind === 'introduce')
        return runNow(command, quiet)
      // Whoever edits for the first time is asked once more who they are; the edit follows in either case.
      askedWho = true
      show({ kind: 'introduce', next: () => runNow(command, quiet) })
      return true
    },
    tick(id) {
      const line = model.project().lines.get(id)
      if (!line) return
      const target = tickTarget(model.project(), line, session.me().party)
      if ('refused' in target) refuse(target)
      else if ('ask' in target) show({ kind: 'ask', line: id, parties: target.ask })
      else actions.run({ kind: 'tick', line: id, ...target })
    },
    tickFor(line, party) {
      const tick = model.project().lines.get(line)?.ticks[party]
      actions.run({ kind: 'tick', line, party, done: !tick?.done })
    },
    undo: () => answer(session.undo(), t.undone),
    redo() {
      const entry = session.redoable()
      const outcome = session.redo()
      if ('refused' in outcome) refuse(outcome)
      else if (entry && outcome.entry) say(t.redone(deedOf(entry.command, model.project())))
    },
    say,
  }
  return actions
}

const sentence = (text: string): string => `${text.charAt(0).toUpperCase()}${text.slice(1)}.`
