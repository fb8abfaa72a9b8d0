import { type Accessor, createSignal, onCleanup } from 'solid-js'

/** The time in milliseconds since 1970, told anew each minute, for "5 minutes ago". */
export function createNow(): Accessor<number> {
  const [now, setNow] = createSignal(Date.now())
  const timer = setInterval(() => setNow(Date.now()), 60_000)
  onCleanup(() => clearInterval(timer))
  return now
}
