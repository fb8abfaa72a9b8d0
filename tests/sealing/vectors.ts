import { FIRST_HEAD, nextHead } from '../../src/sealing/chain.ts'
import { sealEnvelope } from '../../src/sealing/envelope.ts'
import { vaultKeyOf } from '../../src/sealing/keys.ts'
import { linkAddress } from '../../src/sealing/link.ts'
import { sealPresence } from '../../src/sealing/presence.ts'
import { derive, encrypt, sha256 } from '../../src/sealing/primitives.ts'
import { sealRecord, signManifest } from '../../src/sealing/record.ts'
import { utf8 } from '../../src/wire/bytes.ts'
import { counted, editSecret, ownerSecret, room } from './room.ts'

const hex = (bytes: Uint8Array): string => Buffer.from(bytes).toString('hex')

/** All values of docs/PROTOCOL.md that a fixed secret and fixed random numbers lead to, as hex or text. */
export async function vectors(): Promise<Record<string, string>> {
  const { owner, edit, epoch, authored } = await room()
  const iv = counted(12, 240)
  const place = { room: owner.room, link: edit.id, version: 3 }
  const envelope = { role: 'edit', party: 'tpa', label: 'Tom', project: 'Payroll', epochs: [epoch] } as const
  const update = await sealRecord('update', authored, epoch, edit.sign, utf8('a tick'), iv)
  const manifest = await signManifest({ ...authored, link: owner.id }, owner.sign, utf8('{}'))
  const presence = { room: owner.room, link: edit.id, device: authored.device, at: 1_700_000_000_000 }
  const head = await nextHead(FIRST_HEAD, update)
  return {
    'K3 owner secret': hex(ownerSecret),
    'K3 owner token': hex(owner.token),
    'K3 owner token digest': hex(await sha256(owner.token)),
    'K3 owner wrapping key': hex(await derive(ownerSecret, 'rollcall/1 wrap')),
    'K3 owner seed': hex(await derive(ownerSecret, 'rollcall/1 sign')),
    'K3 owner public key': hex(owner.publicKey),
    'K3 vault sealing nothing under iv': hex(
      await encrypt(await vaultKeyOf(ownerSecret), iv, new Uint8Array(), new Uint8Array()),
    ),
    'K1 room': hex(owner.room),
    'K1 owner link id': hex(owner.id),
    'K1 edit secret': hex(editSecret),
    'K1 edit link id': hex(edit.id),
    'K2 edit link': await linkAddress('https://rollcall.example', { room: owner.room, secret: editSecret }),
    'epoch id': hex(epoch.id),
    'content key': hex(epoch.key),
    iv: hex(iv),
    'K4 envelope of manifest 3': hex(await sealEnvelope(edit.wrap, place, envelope, iv)),
    'R1 update of "a tick"': hex(update),
    'R2 manifest of "{}"': hex(manifest),
    'R3 head after the update': hex(head),
    'R3 head after both': hex(await nextHead(head, manifest)),
    'R8 presence of Ana on line1': hex(
      await sealPresence(presence, { name: 'Ana', line: 'line1' }, epoch, edit.sign, iv),
    ),
  }
}
