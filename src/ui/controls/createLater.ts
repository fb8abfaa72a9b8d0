import { createEffect, getOwner, on, onCleanup, runWithOwner } from 'solid-js'
import { afterPaint } from '../../platform/afterPaint.ts'
import { useApp } from '../app.ts'

/**
 * Loads what a page can be used without, after its first paint, and calls `then` with it, owned by who called this.
 * Where it does not come nobody is told: it is asked for again when the network is back.
 */
export function createLater<T>(load: () => Promise<T>, then: (loaded: T) => void): void {
  const { online } = useApp()
  const owner = getOwner()
  let wanted = true
  onCleanup(() => {
    wanted = false
  })

  async function ask(): Promise<void> {
    const loaded = await load().catch(() => undefined)
    if (!wanted || loaded === undefined) return
    wanted = false
    runWithOwner(owner, () => then(loaded))
  }

  afterPaint(() => wanted && void ask())
  createEffect(on(online, (back) => back && wanted && void ask(), { defer: true }))
}
