import type { ImportProgress, ImportRefusal } from './contract.ts'
import { type Checked, checkFile, type Known } from './decode.ts'

/** What the page says to the worker: first `check`, later the answer to `know`. */
export type ToWorker =
  | { readonly kind: 'check'; readonly file: Blob; readonly now: number }
  | { readonly kind: 'known'; readonly known: readonly Known[] }

/** What the worker says: progress, one question, and the end. */
export type FromWorker =
  | { readonly kind: 'progress'; readonly progress: ImportProgress }
  | { readonly kind: 'know'; readonly ids: readonly string[] }
  | { readonly kind: 'end'; readonly outcome: Checked | ImportRefusal }

// A file may hold bytes made to take for ever or to fill the memory; here the page can put an end to it.
const say = (message: FromWorker) => postMessage(message)
let answer: (known: readonly Known[]) => void = () => {}

addEventListener('message', ({ data }: MessageEvent<ToWorker>) => {
  if (data.kind === 'known') answer(data.known)
  else void check(data.file, data.now)
})

async function check(file: Blob, now: number): Promise<void> {
  const outcome = await checkFile(file, {
    now,
    know: (ids) => {
      say({ kind: 'know', ids })
      return new Promise((resolve) => {
        answer = resolve
      })
    },
    onProgress: (progress) => say({ kind: 'progress', progress }),
  })
  say({ kind: 'end', outcome })
}
