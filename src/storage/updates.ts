import * as Y from 'yjs'

/** Applies updates in order, passing over those that cannot be read. Gives the number passed over. */
export function applyEach(doc: Y.Doc, updates: readonly Uint8Array[], origin: unknown): number {
  let bad = 0
  Y.transact(
    doc,
    () => {
      for (const update of updates) {
        try {
          Y.applyUpdate(doc, update, origin)
        } catch {
          bad++
        }
      }
    },
    origin,
    false,
  )
  return bad
}
