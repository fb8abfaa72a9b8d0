import { type Accessor, createSignal } from 'solid-js'

/**
 * How safe stored data is from the browser itself: `kept` until the person removes it, `evictable` when the disk
 * runs low or the site is not visited, `unknown` where the browser does not say.
 */
export type Safekeeping = 'kept' | 'evictable' | 'unknown'

/** Bytes used and allowed, as the browser estimates them. */
export interface SpaceUse {
  readonly used: number
  readonly allowed: number
}

/** What the browser promises about the data on this device. */
export interface Persistence {
  readonly safekeeping: Accessor<Safekeeping>
  readonly space: Accessor<SpaceUse | undefined>
  /** Asks the browser to keep the data; some ask the person. Gives what came of it. */
  request(): Promise<Safekeeping>
  /** Reads both again, for instance after much was written. */
  refresh(): Promise<void>
}

/**
 * Watches what the browser promises about stored data, from when a screen first shows it. Never fails: what cannot be
 * learned stays `unknown`.
 */
export function createPersistence(storage: StorageManager | undefined = navigator.storage): Persistence {
  const [safekeeping, setSafekeeping] = createSignal<Safekeeping>('unknown')
  const [space, setSpace] = createSignal<SpaceUse>()

  let asked = false
  const askOnce = () => {
    if (!asked) void refresh()
  }

  async function refresh(): Promise<void> {
    asked = true
    const [kept, estimate] = await Promise.all([
      ask(() => storage?.persisted?.()),
      ask(() => storage?.estimate?.()),
    ])
    setSafekeeping(named(kept))
    const { usage, quota } = estimate ?? {}
    setSpace(usage !== undefined && quota !== undefined ? { used: usage, allowed: quota } : undefined)
  }

  return {
    safekeeping: () => {
      askOnce()
      return safekeeping()
    },
    space: () => {
      askOnce()
      return space()
    },
    refresh,
    async request() {
      const kept = await ask(() => storage?.persist?.())
      if (kept !== undefined) setSafekeeping(named(kept))
      return safekeeping()
    },
  }
}

function named(kept: boolean | undefined): Safekeeping {
  if (kept === undefined) return 'unknown'
  return kept ? 'kept' : 'evictable'
}

// Private windows and old browsers refuse these questions in several ways; all of them mean "we do not know".
async function ask<T>(question: () => Promise<T> | undefined): Promise<T | undefined> {
  try {
    return await question()
  } catch {
    return undefined
  }
}
