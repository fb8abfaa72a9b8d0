/** What a browser lacks for sharing (PROTOCOL.md K8). */
export type Lack = 'insecure' | 'noEd25519'

/** What this browser lacks, or null. Projects that are not shared need none of it. */
export async function lackOf(crypto: Crypto | undefined = globalThis.crypto): Promise<Lack | null> {
  // On plain http away from localhost browsers hide WebCrypto altogether.
  if (!crypto?.subtle) return 'insecure'
  try {
    await crypto.subtle.generateKey('Ed25519', false, ['sign', 'verify'])
    return null
  } catch {
    return 'noEd25519'
  }
}
