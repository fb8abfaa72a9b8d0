import type { Append, Appended, RecordLog } from './log/recordLog.ts'

/** Gathers what is to be appended, and commits it together. */
export interface Committer {
  /**
   * Appends within the next commit. `settle` is told what came of it, when it is on disk and before anyone is told of the
   * record; null where the disk failed and nothing was stored.
   */
  submit(append: Append, settle: (result: Appended | null) => void): void
  /** Resolves when nothing is waiting any more. */
  idle(): Promise<void>
}

/** What a commit did, for whoever watches. */
export interface CommitReport {
  readonly results: readonly { readonly append: Append; readonly result: Appended }[]
  readonly seconds: number
}

interface Waiting {
  readonly append: Append
  readonly settle: (result: Appended | null) => void
}

/**
 * Commits what arrived in one turn of the event loop in one transaction (docs/PROTOCOL.md L1), one commit at a time.
 * `onCommit` is told after all who waited were; `onFailure` where the log could not store.
 */
export function makeCommitter(options: {
  log: RecordLog
  now: () => number
  onCommit: (report: CommitReport) => void
  onFailure: (error: unknown) => void
}): Committer {
  const { log, now, onCommit, onFailure } = options
  let waiting: Waiting[] = []
  let running: Promise<void> | null = null

  async function flush(): Promise<void> {
    while (waiting.length > 0) {
      const batch = waiting
      waiting = []
      await commit(batch)
    }
    running = null
  }

  async function commit(batch: readonly Waiting[]): Promise<void> {
    const began = performance.now()
    let results: readonly Appended[]
    try {
      results = await log.append(
        batch.map(({ append }) => append),
        now(),
      )
    } catch (error) {
      for (const { settle } of batch) settle(null)
      onFailure(error)
      return
    }
    const report = batch.map(({ append }, index) => ({ append, result: results[index] as Appended }))
    for (const [index, { result }] of report.entries()) batch[index]?.settle(result)
    onCommit({ results: report, seconds: (performance.now() - began) / 1000 })
  }

  return {
    submit(append, settle) {
      waiting.push({ append, settle })
      running ??= new Promise<void>((resolve) => setImmediate(resolve)).then(flush)
    },
    async idle() {
      while (running) await running
    },
  }
}
