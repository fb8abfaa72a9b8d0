/** A lock that one tab holds at a time, taken from a tab that no longer shows signs of life. */
export interface TabLock {
  held(): boolean
  release(): void
}

/** The holder gives a sign of life this often. */
const BEAT = 3_000
/** A holder silent for this long has its lock stolen by a visible tab. */
const DEAD = 10_000

/**
 * Waits for the Web Lock `name` and holds it till released. Nothing rests on there being one holder only: it spares
 * work. So where the browser has no Web Locks every tab holds it.
 */
export function holdLock(name: string): TabLock {
  const locks = globalThis.navigator?.locks
  if (!locks) return { held: () => true, release: () => undefined }
  const channel = new BroadcastChannel(`${name}:beat`)
  const waiting = new AbortController()
  let heard = Date.now()
  let letGo: (() => void) | null = null
  let released = false

  const hold = () =>
    new Promise<void>((resolve) => {
      if (released) resolve()
      letGo = resolve
      channel.postMessage('beat')
    })
  const wait = () => {
    locks.request(name, { signal: waiting.signal }, hold).catch(lost)
  }
  const lost = () => {
    letGo = null
    heard = Date.now()
    if (!released) wait()
  }
  const timer = setInterval(() => {
    if (letGo) channel.postMessage('beat')
    else if (Date.now() - heard > DEAD && visible()) {
      heard = Date.now()
      locks.request(name, { steal: true }, hold).catch(lost)
    }
  }, BEAT)
  channel.onmessage = () => {
    heard = Date.now()
  }
  wait()

  return {
    held: () => letGo !== null,
    release() {
      released = true
      clearInterval(timer)
      waiting.abort()
      letGo?.()
      letGo = null
      channel.close()
    },
  }
}

const visible = (): boolean => globalThis.document?.visibilityState !== 'hidden'
