import type * as Y from 'yjs'
import type { Database } from './database.ts'
import type { Provider } from './provider.ts'
import type { Sift } from './sifting.ts'

/** Decides when the journal of an open document is pruned. */
export interface Pruner {
  /** The document is loaded, and the journal had this many rows. */
  loaded(rows: number): void
  /**
   * Stops, after the round that is running and a last one where the journal may have more rows: a short visit has no
   * other.
   */
  finish(): Promise<void>
}

/** Without an edit for this long a page counts as idle. */
const IDLE = 5_000
/** After loading, the page first shows what it loaded. */
const SETTLED = 1_000
/** After this many edits it is pruned though nobody paused, so that the next opening replays no more than that. */
const MANY = 1_000

/**
 * Prunes when the page is idle after edits, and sooner where edits have become many; never while `mayPrune` says no.
 * A failure is no harm: the rows stay, and the next round tries again.
 */
export function makePruner(options: {
  project: string
  doc: Y.Doc
  database: Database
  provider: Provider
  mayPrune: () => boolean
  sift?: Sift | undefined
}): Pruner {
  const { doc, mayPrune, provider } = options
  let timer: ReturnType<typeof setTimeout> | undefined
  let rows = 0
  let running: Promise<void> | null = null
  let stopped = false

  const schedule = (ms: number) => {
    clearTimeout(timer)
    if (!stopped) timer = setTimeout(() => whenFree(round), ms)
  }
  const round = async () => {
    if (running || stopped || !mayPrune()) return
    running = sweep().finally(() => {
      running = null
    })
    await running
  }
  const sweep = async () => {
    rows = 0
    try {
      // Loaded when first needed, which is some seconds after the project is on screen.
      const { prune } = await import('./pruning.ts')
      const { added } = await prune(options)
      if (!stopped) await provider.trim()
      // What was just put into the stored document is seen there the next time.
      if (added) schedule(IDLE)
    } catch {
      // The rows are still there.
    }
  }
  const onUpdate = () => {
    rows++
    schedule(rows >= MANY ? 0 : IDLE)
  }
  doc.on('update', onUpdate)
  return {
    loaded(count) {
      rows = count
      if (count > 0) schedule(SETTLED)
    },
    async finish() {
      doc.off('update', onUpdate)
      clearTimeout(timer)
      await running
      if (rows > 0) await round()
      stopped = true
      clearTimeout(timer)
    },
  }
}

function whenFree(work: () => Promise<void>): void {
  if (typeof requestIdleCallback === 'function') requestIdleCallback(() => void work(), { timeout: 2_000 })
  else void work()
}
