import type { CheckingWorker } from '../../src/session/backup/checkInWorker.ts'
import { checkFile, type Known } from '../../src/session/backup/decode.ts'
import type { FromWorker, ToWorker } from '../../src/session/backup/decode.worker.ts'

/** A stand-in for the worker that checks backups, in this thread: the real one is tested in a browser. */
export function makeCheckingWorker(): CheckingWorker & { readonly ended: boolean } {
  let ended = false
  let answer: (known: readonly Known[]) => void = () => {}
  const say = (message: FromWorker) => {
    const data = structuredClone(message)
    queueMicrotask(() => {
      if (!ended) worker.onmessage?.({ data } as MessageEvent<FromWorker>)
    })
  }
  const worker: CheckingWorker & { readonly ended: boolean } = {
    onmessage: null,
    onerror: null,
    onmessageerror: null,
    get ended() {
      return ended
    },
    terminate() {
      ended = true
    },
    postMessage(message: ToWorker) {
      if (message.kind === 'known') return answer(structuredClone(message.known))
      const know = (ids: readonly string[]) => {
        say({ kind: 'know', ids })
        return new Promise<readonly Known[]>((resolve) => {
          answer = resolve
        })
      }
      const onProgress = (progress: Extract<FromWorker, { kind: 'progress' }>['progress']) =>
        say({ kind: 'progress', progress })
      void checkFile(message.file, { now: message.now, know, onProgress }).then((outcome) =>
        say({ kind: 'end', outcome }),
      )
    },
  }
  return worker
}
