import { type Component, lazy } from 'solid-js'

/** A part of the app that did not come: no network, no server, or a version that is gone. */
export class NotLoaded extends Error {}

// Vite asks for each style sheet once, so one that failed would be missing for good: it is asked for again here.
const failed = new Set<HTMLLinkElement>()
const onError = ({ target }: Event) => {
  if (target instanceof HTMLLinkElement && target.rel === 'stylesheet') failed.add(target)
}
document.addEventListener('error', onError, true)

/**
 * A component whose code is loaded when it is first shown. Where that fails it throws `NotLoaded`, for `LatePart` or
 * the shell to catch, and the next time it is shown it is asked for again.
 */
// biome-ignore lint/suspicious/noExplicitAny: of any properties, as Solid's own `lazy` takes it.
export function late<C extends Component<any>>(load: () => Promise<{ default: C }>): C {
  return lazy(async () => {
    try {
      if (failed.size > 0) await (await import('./mendStyles.ts')).mendStyles(failed)
      return await load()
    } catch (cause) {
      throw new NotLoaded(String(cause), { cause })
    }
  })
}
