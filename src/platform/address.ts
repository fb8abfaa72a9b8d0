import { createSignal, startTransition, untrack } from 'solid-js'

/**
 * The page's address as signals, and the ways to change it. Ours because the app has seven fixed pages and needs nothing
 * else of a router; the usual library is a tenth of the first load (see docs/DESIGN.md).
 */
const [here, setHere] = createSignal(new URL(location.href))

/** The path without a slash at its end: `/`, `/new`, `/p/abc`. */
export const path = (): string => here().pathname.replace(/(.)\/+$/, '$1')

/** A value of the query, or null. */
export const query = (name: string): string | null => here().searchParams.get(name)

/**
 * Goes to a page of the app. `replace`: in place of this one, so that "back" passes it by; going to where one is already
 * is no step either.
 */
export function navigate(to: string, options?: { readonly replace: boolean }): void {
  const next = new URL(to, location.href)
  // Seen from the page on screen, which a second press meets while the next one is still being loaded.
  const moves = next.pathname !== untrack(here).pathname
  const stays = options?.replace || next.href === location.href
  history[stays ? 'replaceState' : 'pushState'](null, '', next)
  // Another page may have to be loaded; until then the one before stays on screen.
  if (moves) void startTransition(arrive).then(() => scrollTo(0, 0))
  else arrive()
}

/** Changes one value of the query and stays on the page; null takes it away. */
export function setQuery(name: string, value: string | null, options?: { readonly replace: boolean }): void {
  const next = new URL(location.href)
  if (value === null) next.searchParams.delete(name)
  else next.searchParams.set(name, value)
  navigate(next.href, options)
}

/** The step back that the system's own button takes. */
export const back = (): void => history.back()

/** Follows the system's back and forward, and turns presses of the app's own links into navigation. Gives its end. */
export function followAddress(): () => void {
  const ended = new AbortController()
  addEventListener('popstate', () => void startTransition(arrive), { signal: ended.signal })
  document.addEventListener('click', follow, { signal: ended.signal })
  return () => ended.abort()
}

function arrive(): void {
  setHere(new URL(location.href))
}

/** Leaves alone what means something else: another button or key, a download, a new window, another site. */
function follow(event: MouseEvent): void {
  if (event.defaultPrevented || event.button !== 0) return
  if (event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return
  const link = event.target instanceof Element ? event.target.closest('a') : null
  if (!link) return
  if (link.target !== '' || link.hasAttribute('download') || link.origin !== location.origin) return
  event.preventDefault()
  navigate(link.href)
}
