import { type Accessor, createEffect, createMemo, createSignal } from 'solid-js'
import { listenTo } from './listen.ts'

/** What the person chose; `system` follows the device. */
export type ThemeChoice = 'light' | 'dark' | 'system'

/** The choice, what it comes to now, and how to change it. */
export interface Theme {
  readonly choice: Accessor<ThemeChoice>
  readonly shown: Accessor<'light' | 'dark'>
  choose(choice: ThemeChoice): void
}

const key = 'rollcall:theme'

/**
 * Light, dark, or as the device has it. Keeps the choice on this device and writes what is shown as `data-theme`
 * on the root element. Where storage is blocked the choice lasts as long as the page.
 */
export function createTheme(): Theme {
  const device = matchMedia('(prefers-color-scheme: dark)')
  const [deviceIsDark, setDeviceIsDark] = createSignal(device.matches)
  const [choice, setChoice] = createSignal(readChoice())
  const shown = createMemo(() => {
    const chosen = choice()
    if (chosen !== 'system') return chosen
    return deviceIsDark() ? 'dark' : 'light'
  })

  listenTo<MediaQueryListEvent>(device, 'change', (event) => setDeviceIsDark(event.matches))
  // Another tab changed it.
  listenTo<StorageEvent>(window, 'storage', (event) => {
    if (event.key === key) setChoice(readChoice())
  })
  createEffect(() => {
    document.documentElement.dataset.theme = shown()
    showInBrowserBar(choice())
  })

  return {
    choice,
    shown,
    choose(next) {
      setChoice(next)
      keepChoice(next)
    },
  }
}

// The page names one bar colour for each scheme; a choice of one scheme makes its tag hold always, the other's never.
function showInBrowserBar(choice: ThemeChoice): void {
  for (const tag of document.querySelectorAll<HTMLMetaElement>('meta[name="theme-color"][data-scheme]')) {
    const { scheme } = tag.dataset
    const always = scheme === choice ? 'all' : 'not all'
    tag.setAttribute('media', choice === 'system' ? `(prefers-color-scheme: ${scheme})` : always)
  }
}

function readChoice(): ThemeChoice {
  try {
    const kept = localStorage.getItem(key)
    return kept === 'light' || kept === 'dark' ? kept : 'system'
  } catch {
    return 'system'
  }
}

function keepChoice(choice: ThemeChoice): void {
  try {
    if (choice === 'system') localStorage.removeItem(key)
    else localStorage.setItem(key, choice)
  } catch {
    // Storage is blocked or full: the choice still holds for this page.
  }
}
