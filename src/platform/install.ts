import { type Accessor, createSignal } from 'solid-js'
import { listenTo } from './listen.ts'

/** Chromium's offer to install; no standard describes it (https://wicg.github.io/manifest-incubations/). */
interface InstallOffer extends Event {
  prompt(): Promise<void>
  readonly userChoice: Promise<{ readonly outcome: 'accepted' | 'dismissed' }>
}

/** What this browser offers about installing the app. */
export interface Install {
  /** The app runs as an installed app now, or was installed from this page. */
  readonly installed: Accessor<boolean>
  /** The browser lets us show its install dialogue. */
  readonly offered: Accessor<boolean>
  /** Installing goes through the share menu, so the app should show the steps: iOS and iPadOS, not installed. */
  readonly iosSteps: Accessor<boolean>
  /** Shows the browser's dialogue. `unavailable` when it offers none; it offers each only once. */
  prompt(): Promise<'accepted' | 'dismissed' | 'unavailable'>
}

/** Watches for the browser's offer to install. Create it early: the offer comes once, soon after loading. */
export function createInstall(): Install {
  const standalone = matchMedia('(display-mode: standalone)')
  const [installed, setInstalled] = createSignal(standalone.matches || isIosStandalone())
  const [offer, setOffer] = createSignal<InstallOffer>()

  listenTo(window, 'beforeinstallprompt', (event) => {
    // Keeps Chromium's own bar away; the app has its button.
    event.preventDefault()
    if (isOffer(event)) setOffer(() => event)
  })
  listenTo(window, 'appinstalled', () => {
    setOffer(undefined)
    setInstalled(true)
  })
  listenTo<MediaQueryListEvent>(standalone, 'change', (event) => {
    if (event.matches) setInstalled(true)
  })

  return {
    installed,
    offered: () => offer() !== undefined && !installed(),
    iosSteps: () => isIos() && !installed(),
    async prompt() {
      const current = offer()
      if (!current) return 'unavailable'
      setOffer(undefined)
      await current.prompt()
      return (await current.userChoice).outcome
    },
  }
}

function isOffer(event: Event): event is InstallOffer {
  return 'prompt' in event && 'userChoice' in event
}

function isIosStandalone(): boolean {
  return 'standalone' in navigator && navigator.standalone === true
}

// iPadOS calls itself a Mac; no Mac has a touch screen.
function isIos(): boolean {
  const { userAgent, maxTouchPoints } = navigator
  return /iPhone|iPad|iPod/.test(userAgent) || (userAgent.includes('Macintosh') && maxTouchPoints > 1)
}
