import * as Y from 'yjs'
import { makeDocument } from '../../document/document.ts'
import { readAll } from '../../document/read.ts'
import { keyOf, MAP_OF } from '../../document/schema.ts'
import { type Project, SCHEMA } from '../../domain/model.ts'
import type { BackupRefusal } from '../../exchange/backup/format.ts'

/** Objects and arrays inside each other in one register: ours need 2; each level costs stack in Yjs's own decoder. */
const VALUE_DEPTH_LIMIT = 32

/** A decoded document of a file. */
export interface Decoded {
  readonly doc: Y.Doc
  readonly project: Project
}

/**
 * Decodes one update of a file as V1 and reads it. `path` is where it stands in the file. Never throws, but may take
 * any time and memory for a hostile update: to be called in a worker that can be killed.
 */
export function decodeUpdate(id: string, update: Uint8Array, path: string): Decoded | BackupRefusal {
  const doc = makeDocument()
  try {
    if (!isShallow(update)) return { refused: 'malformed', path }
    Y.applyUpdate(doc, update)
    // Every project begins by naming its layout. Bytes that decode to something else, as V2 updates can, are none.
    const schema = doc.getMap(MAP_OF.meta).get(keyOf('meta', 'project', 'schema'))
    if (typeof schema !== 'number') return { refused: 'malformed', path }
    if (schema > SCHEMA) return { refused: 'newerVersion', version: schema }
    return { doc, project: readAll(doc, id) }
  } catch {
    return { refused: 'malformed', path }
  }
}

/**
 * Whether no value in an update is nested so deep that decoding it again, on a page with less stack left, could
 * overflow. Looks at the deleted and the not yet placed ones too, since these are decoded each time as well.
 */
function isShallow(update: Uint8Array): boolean {
  return Y.decodeUpdate(update).structs.every((struct) => {
    if (!(struct instanceof Y.Item)) return true
    const { content } = struct
    if (content instanceof Y.ContentAny || content instanceof Y.ContentJSON) return withinDepth(content.arr)
    if (content instanceof Y.ContentEmbed) return withinDepth([content.embed])
    return !(content instanceof Y.ContentFormat) || withinDepth([content.value])
  })
}

/** Whether no more than VALUE_DEPTH_LIMIT objects and arrays are inside each other in any of the values. */
function withinDepth(values: readonly unknown[]): boolean {
  let level = values.filter(isNested)
  for (let depth = 1; level.length > 0; depth++) {
    if (depth > VALUE_DEPTH_LIMIT) return false
    level = level.flatMap((one) => Object.values(one).filter(isNested))
  }
  return true
}

/** Bytes are one value, however many. */
const isNested = (value: unknown): value is object =>
  typeof value === 'object' && value !== null && !ArrayBuffer.isView(value)
