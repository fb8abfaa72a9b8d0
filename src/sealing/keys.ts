import { fromBase64url } from '../wire/base64url.ts'
import type { Bytes } from '../wire/bytes.ts'
import { aesKey, derive, sha256, signingKey } from './primitives.ts'

/** What a link's secret makes (PROTOCOL.md K1, K3). */
export interface LinkKeys {
  readonly secret: Bytes
  /** The link's id. */
  readonly id: Bytes
  /** The room that this key names, if it is an owner's. */
  readonly room: Bytes
  readonly token: Bytes
  readonly wrap: CryptoKey
  readonly sign: CryptoKey
  readonly publicKey: Bytes
}

/** The keys of a link. The same secret always gives the same. */
export async function keysOf(secret: Bytes): Promise<LinkKeys> {
  const [token, wrap, seed] = await Promise.all([
    derive(secret, 'rollcall/1 token'),
    derive(secret, 'rollcall/1 wrap'),
    derive(secret, 'rollcall/1 sign'),
  ])
  const { key, jwk } = await signingKey(seed)
  const publicKey = fromBase64url(jwk.x ?? '')
  const [id, room] = await Promise.all([linkIdOf(publicKey), roomOf(publicKey)])
  return { secret, id, room, token, wrap: await aesKey(wrap), sign: key, publicKey }
}

/** The key of the vault that an owner link's secret makes (PROTOCOL.md K5). */
export async function vaultKeyOf(secret: Bytes): Promise<CryptoKey> {
  return aesKey(await derive(secret, 'rollcall/1 vault'))
}

/** The id of the link with this public key (PROTOCOL.md K1). */
export async function linkIdOf(publicKey: Bytes): Promise<Bytes> {
  return (await sha256(publicKey)).slice(0, 16)
}

/** The room of the owner with this public key (PROTOCOL.md K1). */
export async function roomOf(publicKey: Bytes): Promise<Bytes> {
  return (await sha256(publicKey)).slice(0, 20)
}
