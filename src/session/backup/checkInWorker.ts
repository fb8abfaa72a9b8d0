import type { ImportOptions, ImportRefusal } from './contract.ts'
import type { Checked, Known } from './decode.ts'
import type { FromWorker, ToWorker } from './decode.worker.ts'

/** Seconds without progress after which checking is stopped: honest projects take well under one, on slow phones too. */
const PATIENCE_S = 20

/** As much of a Worker as is needed here, so that tests can stand in for it. */
export interface CheckingWorker {
  onmessage: ((event: MessageEvent<FromWorker>) => void) | null
  onerror: ((event: ErrorEvent) => void) | null
  onmessageerror: ((event: MessageEvent) => void) | null
  postMessage(message: ToWorker): void
  terminate(): void
}

export interface CheckRun extends ImportOptions {
  readonly now: number
  /** What this device has of projects. */
  readonly know: (ids: readonly string[]) => Promise<readonly Known[]>
  readonly startWorker?: () => CheckingWorker
}

/**
 * Checks a file in a worker of its own, which is ended when it has answered, when the signal aborts, or when it makes no
 * progress for PATIENCE_S. Time in which the page itself answers the worker does not count. Rejects only where `know` does.
 */
export async function checkInWorker(file: Blob, run: CheckRun): Promise<Checked | ImportRefusal> {
  const { now, know, signal, onProgress, startWorker = start } = run
  if (signal?.aborted) return { refused: 'cancelled' }
  const { promise, resolve, reject } = Promise.withResolvers<Checked | ImportRefusal>()
  const worker = startWorker()
  let timer: ReturnType<typeof setTimeout> | undefined
  let over = false

  /** From now on the worker has PATIENCE_S to show a sign of life. */
  function watch(): void {
    clearTimeout(timer)
    timer = setTimeout(() => resolve({ refused: 'tookTooLong', seconds: PATIENCE_S }), PATIENCE_S * 1000)
  }
  function send(message: ToWorker): void {
    if (over) return
    watch()
    worker.postMessage(message)
  }
  const cancel = () => resolve({ refused: 'cancelled' })

  worker.onerror = (event) => resolve({ refused: 'checkFailed', detail: event.message })
  worker.onmessageerror = () => resolve({ refused: 'checkFailed', detail: 'a message could not be read' })
  worker.onmessage = ({ data }) => {
    switch (data.kind) {
      case 'end':
        return resolve(data.outcome)
      case 'progress':
        watch()
        return onProgress?.(data.progress)
      case 'know':
        clearTimeout(timer)
        return void know(data.ids).then((known) => send({ kind: 'known', known }), reject)
    }
  }
  signal?.addEventListener('abort', cancel)
  send({ kind: 'check', file, now })
  try {
    return await promise
  } finally {
    over = true
    clearTimeout(timer)
    signal?.removeEventListener('abort', cancel)
    worker.terminate()
  }
}

function start(): CheckingWorker {
  return new Worker(new URL('./decode.worker.ts', import.meta.url), { type: 'module', name: 'backup' })
}
