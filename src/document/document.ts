import * as Y from 'yjs'
import type { Change } from '../domain/change.ts'
import { keyOf, MAP_OF } from './schema.ts'

/** What a transaction changed: names of top-level types, and for maps their keys. */
export type Changed = ReadonlyMap<string, ReadonlySet<string>>

/** Origin of transactions that a person made on this page. */
export const LOCAL = Symbol('local edit')

/**
 * An empty document with its top-level maps defined. The client id stays the random one Yjs gave: it is never stored,
 * because two devices writing under one id would corrupt both.
 */
export function makeDocument(): Y.Doc {
  const doc = new Y.Doc()
  for (const name of Object.values(MAP_OF)) doc.getMap(name)
  return doc
}

/** Writes changes in one transaction. */
export function apply(doc: Y.Doc, changes: readonly Change[], origin: unknown = LOCAL): void {
  if (changes.length === 0) return
  doc.transact(() => {
    for (const { noun, id, field, after } of changes)
      doc.getMap(MAP_OF[noun]).set(keyOf(noun, id, field), after)
  }, origin)
}

/**
 * What transactions changed, told before any listener hears of it: reading a note that just arrived makes Yjs replace
 * its type, after which the name of the changed one cannot be found.
 */
const told = new WeakMap<Y.Transaction, Changed>()

/** Tells `listener` after each transaction what it changed and where it came from. Gives the function that stops it. */
export function observe(doc: Y.Doc, listener: (changed: Changed, origin: unknown) => void): () => void {
  const onTransaction = (transaction: Y.Transaction) => {
    const changed = told.get(transaction) ?? changedBy(transaction)
    told.set(transaction, changed)
    if (changed.size > 0) listener(changed, transaction.origin)
  }
  doc.on('afterTransaction', onTransaction)
  return () => doc.off('afterTransaction', onTransaction)
}

function changedBy(transaction: Y.Transaction): Changed {
  const changed = new Map<string, Set<string>>()
  for (const [type, keys] of transaction.changed) {
    // Only top-level types are ours; a nested one would come from a foreign document and is not read.
    if (type._item !== null) continue
    changed.set(Y.findRootTypeKey(type), new Set([...keys].filter((key) => key !== null)))
  }
  return changed
}
