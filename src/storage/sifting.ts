import * as Y from 'yjs'
import { applyEach } from './updates.ts'

/** Edits of the journal, and the updates of the stored document in which they are looked for. */
export interface Sifting {
  readonly stored: readonly Uint8Array[]
  readonly edits: readonly Uint8Array[]
}

/** What was found. */
export interface Sifted {
  /** Which edits the stored document contains, by their index. */
  readonly seen: readonly number[]
  /** What the stored document lacks of the others, as one update; null where that is nothing it could take in. */
  readonly lacking: Uint8Array | null
}

/** How edits are sifted: somewhere other than where the page draws. */
export type Sift = (task: Sifting) => Promise<Sifted>

/**
 * Finds the edits that a stored document contains. It decodes the whole document, which takes a phone half a second for one
 * with a long life, so it is to be called in a worker. An edit that cannot be read, or that waits for one nobody has
 * seen, is never found.
 */
export function sift({ stored, edits }: Sifting): Sifted {
  const scratch = new Y.Doc()
  applyEach(scratch, stored, null)
  const before = Y.snapshot(scratch)
  const vector = Y.encodeStateVector(scratch)
  const seen: number[] = []
  const unseen: Uint8Array[] = []
  for (const [index, edit] of edits.entries()) {
    if (contains(before, edit)) seen.push(index)
    else unseen.push(edit)
  }
  applyEach(scratch, unseen, null)
  const added = !Y.equalSnapshots(before, Y.snapshot(scratch))
  return { seen, lacking: added ? Y.encodeStateAsUpdate(scratch, vector) : null }
}

function contains(snapshot: Y.Snapshot, update: Uint8Array): boolean {
  try {
    return Y.snapshotContainsUpdate(snapshot, update)
  } catch {
    return false
  }
}
