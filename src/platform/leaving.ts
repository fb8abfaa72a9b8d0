import { type Accessor, createEffect } from 'solid-js'
import { listenTo } from './listen.ts'

/**
 * Lets the browser ask before the page is left, for as long as something would be lost with it. Listens at no other
 * time: a page that listens is not kept ready for the way back.
 */
export function createLeavingGuard(wouldLose: Accessor<boolean>): void {
  createEffect(() => {
    if (wouldLose()) listenTo(window, 'beforeunload', (event) => event.preventDefault())
  })
}
