/** Bytes as a key of a Map or Set. Not for people. */
export const nameOf = (id: Uint8Array): string =>
  Buffer.from(id.buffer, id.byteOffset, id.length).toString('latin1')
