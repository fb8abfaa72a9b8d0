import { randomBytes } from 'node:crypto'
import type { Epoch } from '../../../src/sealing/envelope.ts'
import { sealEnvelope } from '../../../src/sealing/envelope.ts'
import { keysOf, type LinkKeys, vaultKeyOf } from '../../../src/sealing/keys.ts'
import { linkName, manifestBody } from '../../../src/sealing/manifest.ts'
import { sha256 } from '../../../src/sealing/primitives.ts'
import { sealRecord, signManifest } from '../../../src/sealing/record.ts'
import type { Bytes } from '../../../src/wire/bytes.ts'
import type { ManifestLink } from '../../../src/wire/manifest.ts'
import { splitRecord } from '../../../src/wire/record.ts'
import type { LinkEnvelope } from '../../../src/wire/submission.ts'

export const fresh = (length: number): Bytes => new Uint8Array(randomBytes(length))

/** A room to write to in tests, with the keys of everybody: an owner, a link to edit and one to view. */
export interface Author {
  readonly owner: LinkKeys
  readonly edit: LinkKeys
  readonly view: LinkKeys
  readonly room: Bytes
  readonly epoch: Epoch
  /** A record by a link; its header says what is given. */
  update(by: LinkKeys, data?: Bytes, given?: Partial<Given>): Promise<Bytes>
  snapshot(by: LinkKeys, seen: number, head: Bytes, given?: Partial<Given>): Promise<Bytes>
  /** A manifest by the owner with its envelopes; `revoked` names links in it that are. */
  manifest(
    version: number,
    revoked?: readonly LinkKeys[],
    given?: Partial<Given>,
  ): Promise<{ record: Bytes; envelopes: LinkEnvelope[] }>
}

interface Given {
  readonly id: Bytes
  readonly epoch: Epoch
  readonly room: Bytes
  readonly signer: LinkKeys
  readonly data: Bytes
}

/** Makes a room with fresh keys. */
export async function makeAuthor(): Promise<Author> {
  const [owner, edit, view] = await Promise.all([keysOf(fresh(32)), keysOf(fresh(32)), keysOf(fresh(32))])
  const epoch = { id: fresh(16), key: fresh(32) }
  const device = fresh(16)
  let counter = 0
  const authored = (by: LinkKeys, given: Partial<Given> = {}) => ({
    room: given.room ?? owner.room,
    id: given.id ?? fresh(16),
    link: by.id,
    device,
    counter: ++counter,
    seen: 0,
    head: new Uint8Array(32),
  })
  const linkOf = async (keys: LinkKeys, role: 'edit' | 'view', revoked: boolean): Promise<ManifestLink> => ({
    id: keys.id,
    role,
    key: keys.publicKey,
    token: await sha256(keys.token),
    revoked,
  })

  return {
    owner,
    edit,
    view,
    room: owner.room,
    epoch,
    update: (by, data = fresh(20), given = {}) =>
      sealRecord('update', authored(by, given), given.epoch ?? epoch, (given.signer ?? by).sign, data),
    snapshot: (by, seen, head, given = {}) =>
      sealRecord(
        'snapshot',
        { ...authored(by, given), seen, head },
        given.epoch ?? epoch,
        by.sign,
        given.data ?? fresh(20),
      ),
    async manifest(version, revoked = [], given = {}) {
      const links = await Promise.all([
        linkOf(edit, 'edit', revoked.includes(edit)),
        linkOf(view, 'view', revoked.includes(view)),
      ])
      const body = await manifestBody({
        ...{
          room: given.room ?? owner.room,
          version,
          epoch: given.epoch ?? epoch,
          owner: owner.publicKey,
          links,
        },
        roster: new Map([[linkName(edit.id), { party: 'tpa', label: 'Tom', at: 1 }]]),
        vault: new Map([[linkName(edit.id), edit.secret]]),
        vaultKey: await vaultKeyOf(owner.secret),
      })
      const envelopes = [owner, edit, view]
        .filter((one) => !revoked.includes(one))
        .map(async (one) => ({
          link: one.id,
          envelope: await sealEnvelope(
            one.wrap,
            { room: owner.room, link: one.id, version },
            { role: one === owner ? 'owner' : 'edit', party: null, label: '', project: 'P', epochs: [epoch] },
          ),
        }))
      const record = await signManifest(authored(owner, given), (given.signer ?? owner).sign, body)
      return { record, envelopes: await Promise.all(envelopes) }
    },
  }
}

/** The id of a record. */
export const idOf = (record: Bytes): Bytes => splitRecord(record).header.id
