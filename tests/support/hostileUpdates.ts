// Updates in the encoding V1 of Yjs, made by hand so that decoding them takes for ever or fills the memory.

/** lib0's variable length encoding of a number. */
function varUint(value: number): number[] {
  const bytes: number[] = []
  let rest = value
  for (; rest > 127; rest = Math.floor(rest / 128)) bytes.push((rest % 128) | 128)
  return [...bytes, rest]
}

const varString = (text: string): number[] => [...varUint(text.length), ...Buffer.from(text)]

const [CLIENT, NOTHING_REMOVED] = [1, [0]]
const [GC, STRING, WITH_RIGHT_ORIGIN] = [0, 4, 0x40]

/**
 * An update that costs its bytes squared: a long text, and many insertions at its beginning, each of which claims to have
 * been made before another letter near its end. Yjs looks at all letters between to place each.
 */
export function slowUpdate(insertions = 60_000): Uint8Array {
  const letters = 'a'.repeat(insertions)
  const top = insertions + CLIENT + 1
  const bytes = [...varUint(insertions + 1)]
  const push = (more: readonly number[]) => {
    for (const byte of more) bytes.push(byte)
  }
  push([1, ...varUint(top), 0, STRING, 1, ...varString('note/l1'), ...varString(letters)])
  for (let at = 0; at < insertions; at++) {
    push([1, ...varUint(CLIENT + at), 0, STRING | WITH_RIGHT_ORIGIN])
    push([...varUint(top), ...varUint(insertions - 1 - at), ...varString('b')])
  }
  push(NOTHING_REMOVED)
  return Uint8Array.from(bytes)
}

/** An update of nothing but small structs, two bytes each, which become some hundred bytes each in memory. */
export function swellingUpdate(structs: number): Uint8Array {
  const head = [1, ...varUint(structs), ...varUint(CLIENT), 0]
  const bytes = new Uint8Array(head.length + structs * 2 + 1)
  bytes.set(head)
  for (let at = head.length; at < bytes.length - 1; at += 2) bytes.set([GC, 1], at)
  return bytes
}
