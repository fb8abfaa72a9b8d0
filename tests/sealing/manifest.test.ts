import { expect, test } from 'vitest'
import { type Envelope, openEnvelope, sealEnvelope } from '../../src/sealing/envelope.ts'
import { toJson } from '../../src/sealing/json.ts'
import { type LinkKeys, vaultKeyOf } from '../../src/sealing/keys.ts'
import { linkName, manifestBody, openRoster, openVault, readManifest } from '../../src/sealing/manifest.ts'
import { sha256 } from '../../src/sealing/primitives.ts'
import { signManifest } from '../../src/sealing/record.ts'
import { Malformed } from '../../src/wire/bytes.ts'
import type { ManifestLink } from '../../src/wire/manifest.ts'
import { splitRecord } from '../../src/wire/record.ts'
import { counted, editSecret, ownerSecret, room } from './room.ts'

const { owner, edit, epoch, authored } = await room()
const vaultKey = await vaultKeyOf(ownerSecret)
const byOwner = { ...authored, link: owner.id }
const roster = new Map([[linkName(edit.id), { party: 'tpa', label: 'Tom', at: 1_700_000_000_000 }]])
const vault = new Map([[linkName(edit.id), editSecret]])

const linkOf = async (keys: LinkKeys): Promise<ManifestLink> => ({
  id: keys.id,
  role: 'edit',
  key: keys.publicKey,
  token: await sha256(keys.token),
  revoked: false,
})

async function bodyWith(changed: Partial<Parameters<typeof manifestBody>[0]> = {}) {
  return manifestBody({
    room: owner.room,
    version: 3,
    epoch,
    owner: owner.publicKey,
    links: [await linkOf(edit)],
    roster,
    vault,
    vaultKey,
    ...changed,
  })
}

async function read(body: Uint8Array<ArrayBuffer>, authoredBy = byOwner, signer = owner.sign) {
  return readManifest(splitRecord(await signManifest(authoredBy, signer, body)), owner.room)
}

test('K5 a manifest is read with its links, roster and vault', async () => {
  const manifest = await read(await bodyWith())
  expect(manifest).toMatchObject({ version: 3, owner: owner.publicKey, links: [await linkOf(edit)] })
  expect(await openRoster(manifest, [epoch])).toEqual(roster)
  expect(await openVault(manifest, vaultKey)).toEqual(vault)
})

test('K5 R5 a manifest signed by a link, of another room or with another owner is refused', async () => {
  const body = await bodyWith()
  await expect(read(body, byOwner, edit.sign)).rejects.toThrow(Malformed)
  await expect(read(body, authored, edit.sign)).rejects.toThrow(Malformed)
  await expect(read(await bodyWith({ room: counted(20, 3) }))).rejects.toThrow(Malformed)
  await expect(read(await bodyWith({ owner: edit.publicKey }))).rejects.toThrow(Malformed)
})

test("K1 a manifest that gives a link another's key is refused", async () => {
  const swapped = { ...(await linkOf(edit)), key: owner.publicKey }
  await expect(read(await bodyWith({ links: [swapped] }))).rejects.toThrow(Malformed)
})

test('K5 roster and vault of one version do not open in another, nor under another key', async () => {
  const manifest = await read(await bodyWith())
  await expect(openRoster({ ...manifest, version: 4 }, [epoch])).rejects.toThrow(Malformed)
  await expect(openRoster(manifest, [{ ...epoch, key: counted(32, 1) }])).rejects.toThrow(Malformed)
  await expect(openRoster(manifest, [])).rejects.toThrow(Malformed)
  await expect(openVault(manifest, await vaultKeyOf(editSecret))).rejects.toThrow(Malformed)
  await expect(openVault({ ...manifest, version: 4 }, vaultKey)).rejects.toThrow(Malformed)
})

const envelope: Envelope = { role: 'edit', party: 'tpa', label: 'Tom', project: 'Payroll', epochs: [epoch] }
const place = { room: owner.room, link: edit.id, version: 3 }

test('K4 an envelope opens for its link, in its room and manifest, and nowhere else', async () => {
  const sealed = await sealEnvelope(edit.wrap, place, envelope)
  expect(await openEnvelope(edit.wrap, place, sealed)).toEqual(envelope)
  for (const other of [
    { ...place, room: counted(20, 1) },
    { ...place, link: owner.id },
    { ...place, version: 4 },
  ])
    await expect(openEnvelope(edit.wrap, other, sealed)).rejects.toThrow(Malformed)
  await expect(openEnvelope(owner.wrap, place, sealed)).rejects.toThrow(Malformed)
})

test('K4 an envelope without a content key or with an unknown role is refused', async () => {
  const none = await sealEnvelope(edit.wrap, place, { ...envelope, epochs: [] })
  const king = await sealEnvelope(edit.wrap, place, { ...envelope, role: 'king' as 'edit' })
  await expect(openEnvelope(edit.wrap, place, none)).rejects.toThrow(Malformed)
  await expect(openEnvelope(edit.wrap, place, king)).rejects.toThrow(Malformed)
  expect(toJson({ key: new Uint8Array([255]) })).toEqual(new TextEncoder().encode('{"key":"_w"}'))
})
