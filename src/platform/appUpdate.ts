import { type Accessor, createSignal, onCleanup } from 'solid-js'
import type { Workbox } from 'workbox-window'
import { listenTo } from './listen.ts'
import { isReplaced } from './replaced.ts'

const hour = 3_600_000

/** What came of asking for the new version. */
export type UpdateOutcome = 'applying' | 'still writing' | 'not saved yet' | 'nothing to apply'

/** Whether a newer version of the app is here, and how to change to it. */
export interface AppUpdate {
  readonly updateReady: Accessor<boolean>
  /**
   * Call it when the person says yes. Resolves with what came of it in the end: once the new version has taken over, the
   * page reloads, unless something came up meanwhile that hinders it.
   */
  applyUpdate(): Promise<UpdateOutcome>
}

interface UpdateOptions {
  /** The worker of the app, not yet registered, once its code is here; undefined where the browser has none. */
  readonly worker: Promise<Workbox> | undefined
  /** Asked first: true while the page holds what a person has begun to write and not kept. */
  readonly isWriting: () => boolean
  /** Asked before the page reloads: false while an edit is not saved. */
  readonly canReload: () => boolean | Promise<boolean>
  readonly reload?: () => void
}

/**
 * Registers the service worker and follows its updates. A new version waits until the person says yes, in any tab;
 * the tab where they did reloads, other tabs offer it. No tab reloads unasked, nor with an unsaved edit or a form half
 * written.
 */
export function createAppUpdate({
  worker,
  isWriting,
  canReload,
  reload = () => location.reload(),
}: UpdateOptions): AppUpdate {
  const [updateReady, setUpdateReady] = createSignal(false)
  let registration: ServiceWorkerRegistration | undefined
  let registered: Workbox | undefined
  // The version that wrote this page no longer answers for it: only a reload brings the two together again.
  let takenOver = false
  let tellTakeover: () => void
  const takeover = new Promise<void>((resolve) => {
    tellTakeover = resolve
  })

  // Workbox stops announcing updates after the second one in a page, so this looks for itself as well.
  function look(): void {
    if (takenOver || registration?.waiting) setUpdateReady(true)
  }

  async function checkForUpdate(): Promise<void> {
    if (document.visibilityState !== 'visible') return
    try {
      await registration?.update()
    } catch {
      // No network, or the server is away: the next check asks again.
    }
    look()
  }

  async function hindrance(): Promise<UpdateOutcome | undefined> {
    if (isWriting()) return 'still writing'
    return (await canReload()) ? undefined : 'not saved yet'
  }

  function offerReload(): void {
    takenOver = true
    look()
    tellTakeover()
  }

  async function applyUpdate(): Promise<UpdateOutcome> {
    const hindered = await hindrance()
    if (hindered) return hindered
    if (!takenOver) {
      if (!registration?.waiting) {
        setUpdateReady(false)
        return 'nothing to apply'
      }
      registered?.messageSkipWaiting()
      await takeover
      // What the person did while the versions changed over is theirs as well.
      return applyUpdate()
    }
    reload()
    return 'applying'
  }

  async function start(loading: Promise<Workbox>): Promise<void> {
    const controlled = Boolean(navigator.serviceWorker?.controller)
    try {
      const loaded = await loading
      followTakeovers(loaded, controlled, offerReload)
      loaded.addEventListener('waiting', look)
      registered = loaded
      registration = await loaded.register()
      look()
    } catch (error) {
      // Blocked by the browser's settings: the app works, online only, and has no updates to offer.
      console.warn('The service worker could not be registered.', error)
    }
  }

  // A part of the app that loads late is gone from the server once a newer version replaced it. Most often it is only
  // the network that is away, which is for the screen that wanted the part to say.
  listenTo(window, 'vite:preloadError', async () => {
    if (!takenOver && (await isReplaced())) offerReload()
  })
  if (worker) {
    void start(worker)
    listenTo(document, 'visibilitychange', () => void checkForUpdate())
    const timer = setInterval(() => void checkForUpdate(), hour)
    onCleanup(() => clearInterval(timer))
  }

  return { updateReady, applyUpdate }
}

/** Calls back when another version takes this page over; the first version a page ever gets is no takeover. */
function followTakeovers(worker: Workbox, controlledBefore: boolean, onTakeover: () => void): void {
  let controlled = controlledBefore
  worker.addEventListener('controlling', () => {
    if (controlled) onTakeover()
    controlled = true
  })
}
