import { type Accessor, createSignal } from 'solid-js'
import { listenTo } from './listen.ts'

/** Whether the browser believes it has a network. True is only a hope; false can be relied on. */
export function createOnline(): Accessor<boolean> {
  const [online, setOnline] = createSignal(navigator.onLine)
  listenTo(window, 'online', () => setOnline(true))
  listenTo(window, 'offline', () => setOnline(false))
  return online
}
