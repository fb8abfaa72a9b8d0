import type { Epoch } from '../../src/sealing/envelope.ts'
import { keysOf } from '../../src/sealing/keys.ts'
import type { Authored } from '../../src/sealing/record.ts'

/** `length` bytes that count up from `start`: plain to see in a vector, and no two fields alike. */
export const counted = (length: number, start: number): Uint8Array<ArrayBuffer> =>
  new Uint8Array(length).map((_, at) => (start + at) % 256)

export const ownerSecret = counted(32, 0)
export const editSecret = counted(32, 64)

/** The owner, an edit link and the content key of one room, the same each time. */
export async function room() {
  const owner = await keysOf(ownerSecret)
  const edit = await keysOf(editSecret)
  const epoch: Epoch = { id: counted(16, 100), key: counted(32, 128) }
  const authored: Authored = {
    room: owner.room,
    id: counted(16, 160),
    link: edit.id,
    device: counted(16, 176),
    counter: 7,
    seen: 41,
    head: counted(32, 192),
  }
  return { owner, edit, epoch, authored }
}
