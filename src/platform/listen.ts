import { onCleanup } from 'solid-js'

interface Source<E> {
  addEventListener(type: string, listener: (event: E) => void): void
  removeEventListener(type: string, listener: (event: E) => void): void
}

/** Listens to a browser's event source for as long as the current reactive owner lives. */
export function listenTo<E = Event>(source: Source<E>, type: string, listener: (event: E) => void): void {
  source.addEventListener(type, listener)
  onCleanup(() => source.removeEventListener(type, listener))
}
