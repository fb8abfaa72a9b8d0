import * as Y from 'yjs'

/** What tabs of one project say to each other; storage/catalogue.ts says "update" too, for a project it took in. */
type Message =
  | { readonly kind: 'hello'; readonly vector: Uint8Array }
  | { readonly kind: 'welcome'; readonly vector: Uint8Array; readonly update: Uint8Array }
  | { readonly kind: 'update'; readonly update: Uint8Array }

/** Origin of what other tabs said, so that it is not said back. */
const OTHER_TAB = Symbol('another tab')

/**
 * Keeps the documents of all tabs that have project `id` open in step, without a network. On joining, and on coming back
 * from where a page hears nothing, it says what it has; each other tab answers with what it lacks and is told the
 * rest. After that, local edits are passed on. A message that cannot be read is passed over.
 */
export function connectTabs(options: { id: string; doc: Y.Doc }): { close(): void } {
  const { id, doc } = options
  const channel = new BroadcastChannel(`rollcall:${id}`)
  let asked = false

  const say = (message: Message) => channel.postMessage(message)
  const hello = () => say({ kind: 'hello', vector: Y.encodeStateVector(doc) })
  const onUpdate = (update: Uint8Array, _origin: unknown, _doc: Y.Doc, transaction: Y.Transaction) => {
    if (transaction.local) say({ kind: 'update', update })
  }

  function hear(message: Message): void {
    if (message.kind !== 'hello') Y.applyUpdate(doc, message.update, OTHER_TAB)
    if (message.kind === 'hello') {
      say({
        kind: 'welcome',
        vector: Y.encodeStateVector(doc),
        update: Y.encodeStateAsUpdate(doc, message.vector),
      })
    }
    // Said even where the vectors are equal: what was deleted from a note shows in the update only.
    if (message.kind === 'welcome') {
      say({ kind: 'update', update: Y.encodeStateAsUpdate(doc, message.vector) })
    }
    askForMissing()
  }
  /** An update that builds on one we never heard waits in the document, and hides all later ones of its author. */
  function askForMissing(): void {
    const waits = doc.store.pendingStructs !== null || doc.store.pendingDs !== null
    if (waits && !asked) hello()
    asked = waits
  }

  channel.onmessage = ({ data }: MessageEvent<unknown>) => {
    if (!isMessage(data)) return
    try {
      hear(data)
    } catch {
      // Not an update of ours: the document is as it was, and the tab that sent it has its own copy.
    }
  }
  const onShow = () => {
    if (globalThis.document?.visibilityState !== 'hidden') hello()
  }
  globalThis.document?.addEventListener('visibilitychange', onShow)
  globalThis.addEventListener?.('pageshow', onShow)
  doc.on('update', onUpdate)
  hello()

  return {
    close() {
      globalThis.document?.removeEventListener('visibilitychange', onShow)
      globalThis.removeEventListener?.('pageshow', onShow)
      doc.off('update', onUpdate)
      channel.close()
    },
  }
}

/**
 * Whether something heard is a message. Another tab may run another version of the app. Told by hand, because a library
 * for it would be the largest part of this file on the first load.
 */
function isMessage(data: unknown): data is Message {
  if (typeof data !== 'object' || data === null || !('kind' in data)) return false
  const has = (field: 'vector' | 'update') => (data as Record<string, unknown>)[field] instanceof Uint8Array
  switch (data.kind) {
    case 'hello':
      return has('vector')
    case 'welcome':
      return has('vector') && has('update')
    case 'update':
      return has('update')
    default:
      return false
  }
}
