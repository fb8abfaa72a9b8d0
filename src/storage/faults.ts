/** What keeps this device from storing, told apart by what a person can do about it. */
export type FaultKind = 'quota' | 'blocked' | 'closed' | 'unavailable' | 'corrupt' | 'unknown'

/** A failure at the boundary to the device's storage, as visible status. `detail` is for a bug report, not for the screen. */
export interface Fault {
  readonly kind: FaultKind
  readonly detail: string
}

/**
 * Names and phrases by which browsers, Dexie and lib0 tell a failure. The first that fits counts: a database is often
 * reported closed because something else went wrong first, and Safari says "unknown" where it lost its connection.
 */
const SIGNS: readonly (readonly [FaultKind, RegExp])[] = [
  ['quota', /QuotaExceeded|quota/],
  ['corrupt', /Corrupt/],
  ['blocked', /Blocked|TimeoutError/],
  ['closed', /server lost|connection is closing|connection was (lost|closed)/],
  [
    'unavailable',
    /MissingAPI|Security|NotAllowed|UnknownError|OpenFailed|VersionError|NotFoundError|not defined/,
  ],
  ['closed', /DatabaseClosed|InvalidState|AbortError|TransactionInactive/],
]

/** Tells what kind of failure anything thrown is, looking through the errors that others were wrapped in. Never throws. */
export function faultOf(error: unknown): Fault {
  if (isFault(error)) return error
  const detail = [...chain(error)].map(said).join(' < ')
  const kind = SIGNS.find(([, sign]) => sign.test(detail))?.[0] ?? 'unknown'
  return { kind, detail }
}

/** Rejects with a fault of kind "blocked" where `work` gives no answer in `ms`; the work itself goes on unheeded. */
export async function within<T>(ms: number, work: PromiseLike<T>, what: string): Promise<T> {
  let timer: ReturnType<typeof setTimeout> | undefined
  const late = new Promise<never>((_resolve, reject) => {
    const fault: Fault = { kind: 'blocked', detail: `${what}: no answer in ${ms} ms` }
    timer = setTimeout(() => reject(fault), ms)
  })
  try {
    return await Promise.race([work, late])
  } finally {
    clearTimeout(timer)
  }
}

function isFault(error: unknown): error is Fault {
  return (
    typeof error === 'object' &&
    error !== null &&
    !(error instanceof Error) &&
    'kind' in error &&
    'detail' in error
  )
}

/** The error, what it was wrapped around (Dexie's `inner`, the language's `cause`) and the failures of a bulk write. */
function* chain(error: unknown, depth = 0): Generator<unknown> {
  yield error
  if (typeof error !== 'object' || error === null || depth > 4) return
  const { inner, cause, failures } = error as { inner?: unknown; cause?: unknown; failures?: unknown }
  const first = Array.isArray(failures) ? failures[0] : undefined
  for (const next of [inner, cause, first]) if (next !== undefined) yield* chain(next, depth + 1)
}

function said(error: unknown): string {
  if (typeof error !== 'object' || error === null) return String(error)
  const { name, message } = error as { name?: unknown; message?: unknown }
  return `${String(name)}: ${String(message)}`
}
