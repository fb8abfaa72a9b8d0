import { type Bytes, concat, Malformed, utf8 } from '../wire/bytes.ts'

// WebCrypto as docs/PROTOCOL.md uses it. Nothing else in this room speaks to it.

const { subtle } = globalThis.crypto ?? {}

/** SHA-256 of bytes. */
export async function sha256(bytes: Bytes): Promise<Bytes> {
  return new Uint8Array(await subtle.digest('SHA-256', bytes))
}

/** 32 bytes made from a secret for one use, by HKDF-SHA-256 with an empty salt (RFC 5869; PROTOCOL.md K3). */
export async function derive(secret: Bytes, info: string): Promise<Bytes> {
  const key = await subtle.importKey('raw', secret, 'HKDF', false, ['deriveBits'])
  const how = { name: 'HKDF', hash: 'SHA-256', salt: new Uint8Array(), info: utf8(info) }
  return new Uint8Array(await subtle.deriveBits(how, key, 256))
}

/** A 32-byte key for AES-256-GCM. */
export function aesKey(bytes: Bytes): Promise<CryptoKey> {
  return subtle.importKey('raw', bytes, 'AES-GCM', false, ['encrypt', 'decrypt'])
}

/** Fresh random bytes. */
export const random = (length: number): Bytes => globalThis.crypto.getRandomValues(new Uint8Array(length))

export const IV_LENGTH = 12
/** Length that AES-GCM adds. */
export const TAG_LENGTH = 16

/** Encrypts and authenticates; `bound` is associated data. The same key and iv must never be used twice. */
export async function encrypt(key: CryptoKey, iv: Bytes, bound: Bytes, plain: Bytes): Promise<Bytes> {
  return new Uint8Array(await subtle.encrypt({ name: 'AES-GCM', iv, additionalData: bound }, key, plain))
}

/** Throws Malformed where the key, the iv, the associated data or one bit is another. */
export async function decrypt(key: CryptoKey, iv: Bytes, bound: Bytes, sealed: Bytes): Promise<Bytes> {
  try {
    return new Uint8Array(await subtle.decrypt({ name: 'AES-GCM', iv, additionalData: bound }, key, sealed))
  } catch {
    throw new Malformed('it does not open with this key')
  }
}

/** `iv ‖ AES-GCM` under a random iv, or a given one for test vectors. */
export async function seal(
  key: CryptoKey,
  bound: Bytes,
  plain: Bytes,
  iv = random(IV_LENGTH),
): Promise<Bytes> {
  return concat(iv, await encrypt(key, iv, bound, plain))
}

/** Opens what `seal` made. Throws Malformed. */
export function open(key: CryptoKey, bound: Bytes, sealed: Bytes): Promise<Bytes> {
  return decrypt(key, sealed.slice(0, IV_LENGTH), bound, sealed.slice(IV_LENGTH))
}

/** What stands before the 32 bytes of a seed in a PKCS8 private key of Ed25519 (RFC 8410 section 7). */
const PKCS8 = new Uint8Array([0x30, 0x2e, 2, 1, 0, 0x30, 5, 6, 3, 0x2b, 0x65, 0x70, 4, 0x22, 4, 0x20])

/** The Ed25519 key pair of a seed (RFC 8032 section 5.1.5). */
export async function signingKey(seed: Bytes): Promise<{ key: CryptoKey; jwk: JsonWebKey }> {
  const key = await subtle.importKey('pkcs8', concat(PKCS8, seed), 'Ed25519', true, ['sign'])
  return { key, jwk: await subtle.exportKey('jwk', key) }
}

/** An Ed25519 signature over `context ‖ bytes`. */
export async function sign(key: CryptoKey, context: string, bytes: Bytes): Promise<Bytes> {
  return new Uint8Array(await subtle.sign('Ed25519', key, concat(utf8(context), bytes)))
}

/** Whether a signature over `context ‖ bytes` is by this public key; false too where the key is none. */
export async function verify(
  publicKey: Bytes,
  context: string,
  signature: Bytes,
  bytes: Bytes,
): Promise<boolean> {
  try {
    const key = await subtle.importKey('raw', publicKey, 'Ed25519', false, ['verify'])
    return await subtle.verify('Ed25519', key, signature, concat(utf8(context), bytes))
  } catch {
    return false
  }
}
