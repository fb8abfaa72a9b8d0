import { type Accessor, createSignal } from 'solid-js'
import { listenTo } from '../../platform/listen.ts'

/** Whether a media query matches, for as long as the current owner lives. */
export function createMedia(query: string): Accessor<boolean> {
  const list = matchMedia(query)
  const [matches, setMatches] = createSignal(list.matches)
  listenTo<MediaQueryListEvent>(list, 'change', (event) => setMatches(event.matches))
  return matches
}
