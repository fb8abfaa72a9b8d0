import {
  createContext,
  createSignal,
  For,
  type JSX,
  onCleanup,
  onMount,
  Show,
  untrack,
  useContext,
} from 'solid-js'
import { controls as t } from '../text/en/controls.ts'
import { Button, IconButton } from './Button.tsx'
import { returnFocus } from './focus.ts'
import './toaster.css'

/** What was just done, said in passing, and what can be done about it. */
export interface Toast {
  readonly text: string
  readonly action?: { readonly label: string; readonly run: () => void } | undefined
  readonly tone?: 'plain' | 'problem'
  /** Stays until it is dismissed, acted on or taken away. */
  readonly stay?: boolean
}

export interface Toaster {
  /** Shows a toast for a while; gives a function that takes it away. */
  show(toast: Toast): () => void
}

const STAY_MS = 6_000
const STAY_WITH_ACTION_MS = 10_000
const AT_ONCE = 2

type Shown = Toast & { readonly id: number }

function createToaster() {
  const [toasts, setToasts] = createSignal<readonly Shown[]>([])
  const [outlets, setOutlets] = createSignal<readonly symbol[]>([])
  const timers = new Map<number, ReturnType<typeof setTimeout>>()
  let held = false
  let last = 0

  function dismiss(id: number): void {
    clearTimeout(timers.get(id))
    timers.delete(id)
    setToasts((list) => list.filter((toast) => toast.id !== id))
  }
  function start(toast: Shown): void {
    if (held || toast.stay) return
    clearTimeout(timers.get(toast.id))
    timers.set(
      toast.id,
      setTimeout(() => dismiss(toast.id), toast.action ? STAY_WITH_ACTION_MS : STAY_MS),
    )
  }
  return {
    toasts,
    outlets,
    setOutlets,
    dismiss,
    show(toast: Toast): () => void {
      const shown = { ...toast, id: ++last }
      // Untracked: an effect that shows a toast must not run again for the toast it shows.
      const passing = untrack(toasts).filter((other) => !other.stay)
      for (const old of passing.slice(0, Math.max(0, passing.length + 1 - AT_ONCE))) dismiss(old.id)
      setToasts((list) => [...list, shown])
      start(shown)
      return () => dismiss(shown.id)
    },
    /** While someone points at a toast or has the focus in it, none goes away; afterwards each has its time again. */
    hold(on: boolean): void {
      held = on
      for (const toast of toasts()) on ? clearTimeout(timers.get(toast.id)) : start(toast)
    },
  }
}

const ToasterContext = createContext<ReturnType<typeof createToaster>>()

/** Gives the screens inside it a toaster, and shows its toasts at the bottom. */
export function ToasterProvider(props: { children: JSX.Element }) {
  const toaster = createToaster()
  return (
    <ToasterContext.Provider value={toaster}>
      {props.children}
      <ToastOutlet root />
    </ToasterContext.Provider>
  )
}

/** The toaster of the app. Throws outside a `ToasterProvider`. */
export function useToaster(): Toaster {
  const toaster = useContext(ToasterContext)
  if (!toaster) throw new Error('useToaster is called outside a ToasterProvider')
  return toaster
}

/**
 * Where toasts show: the outlet mounted last, since what is outside an open modal dialog can neither be pressed nor is
 * it read out.
 */
export function ToastOutlet(props: { root?: boolean }) {
  const toaster = useContext(ToasterContext)
  if (!toaster) return null
  const me = Symbol('outlet')
  let cameFrom: Element | null = null
  let region!: HTMLDivElement
  onMount(() => toaster.setOutlets((all) => (props.root ? [me, ...all] : [...all, me])))
  onCleanup(() => toaster.setOutlets((all) => all.filter((other) => other !== me)))

  /** One that stays waits outside of dialogs: it is not about them and would lie over their buttons. */
  const mine = () => {
    const last = toaster.outlets().at(-1) === me
    return toaster.toasts().filter((toast) => (toast.stay ? props.root : last))
  }

  function leave(toast: Shown): void {
    const hadFocus = region.contains(document.activeElement)
    toaster?.dismiss(toast.id)
    toaster?.hold(false)
    if (hadFocus) returnFocus(cameFrom)
  }

  return (
    <div
      ref={region}
      class="toasts"
      role="status"
      aria-label={t.notices}
      onPointerEnter={() => toaster.hold(true)}
      onPointerLeave={() => toaster.hold(false)}
      onFocusIn={(event) => {
        const from = event.relatedTarget
        if (from instanceof Element && !region.contains(from)) cameFrom = from
        toaster.hold(true)
      }}
      onFocusOut={() => toaster.hold(false)}
    >
      <For each={mine()}>
        {(toast) => (
          <div class="toast" data-tone={toast.tone ?? 'plain'}>
            <p>{toast.text}</p>
            <Show when={toast.action}>
              {(action) => (
                <Button
                  kind="quiet"
                  onClick={() => {
                    leave(toast)
                    action().run()
                  }}
                >
                  {action().label}
                </Button>
              )}
            </Show>
            <IconButton icon="close" label={t.dismiss} onClick={() => leave(toast)} />
          </div>
        )}
      </For>
    </div>
  )
}
