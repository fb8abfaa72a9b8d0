import type { Sifted, Sifting } from './sifting.ts'

/** Milliseconds after which a worker is given up: closing a project waits for it. */
const PATIENCE = 20_000

/** As much of a Worker as is needed here, so that tests can stand in for it. */
export interface SiftingWorker {
  onmessage: ((event: MessageEvent<Sifted>) => void) | null
  onerror: ((event: ErrorEvent) => void) | null
  onmessageerror: ((event: MessageEvent) => void) | null
  postMessage(message: Sifting): void
  terminate(): void
}

/**
 * Sifts in a worker of its own, which is ended afterwards. Rejects where the worker cannot be started, breaks down or
 * has not answered within PATIENCE.
 */
export async function siftInWorker(task: Sifting, startWorker = start): Promise<Sifted> {
  const { promise, resolve, reject } = Promise.withResolvers<Sifted>()
  const worker = startWorker()
  const fail = (why: string) => reject(new Error(`The journal was not sifted: ${why}`))
  const timer = setTimeout(() => fail('no answer'), PATIENCE)
  worker.onmessage = ({ data }) => resolve(data)
  worker.onerror = (event) => fail(event.message)
  worker.onmessageerror = () => fail('the answer could not be read')
  try {
    worker.postMessage(task)
    return await promise
  } finally {
    clearTimeout(timer)
    worker.terminate()
  }
}

function start(): SiftingWorker {
  return new Worker(new URL('./sifting.worker.ts', import.meta.url), { type: 'module', name: 'sifting' })
}
