import { fromBase64url, toBase64url } from '../wire/base64url.ts'
import { type Bytes, concat, equalBytes } from '../wire/bytes.ts'
import { sha256 } from './primitives.ts'

/** What a link says. */
export interface Link {
  readonly room: Bytes
  readonly secret: Bytes
}

/** Why a text is no link that can be opened here (PROTOCOL.md K2). */
export type LinkRefusal =
  | { readonly refused: 'damaged' | 'newer' }
  | { readonly refused: 'elsewhere'; readonly origin: string }

const VERSION = 1
const LENGTH = 57
const CHECK = 4

/** The address of a link. */
export async function linkAddress(origin: string, { room, secret }: Link): Promise<string> {
  const said = concat(new Uint8Array([VERSION]), room, secret)
  const check = (await sha256(said)).slice(0, CHECK)
  return `${origin}/join#${toBase64url(concat(said, check))}`
}

/**
 * Reads an address as it was pasted, or only the code behind its `#`. An address of another origin than `origin` is told
 * as elsewhere, whatever its code: it is for the app there to read.
 */
export async function readLink(text: string, origin: string): Promise<Link | LinkRefusal> {
  const packed = text.replace(/\s+/g, '')
  const hash = packed.indexOf('#')
  const address = hash < 0 ? '' : packed.slice(0, hash)
  const theirs = originOf(address)
  if (theirs === null) return { refused: 'damaged' }
  if (theirs !== '' && theirs !== origin) return { refused: 'elsewhere', origin: theirs }
  return readCode(packed.slice(hash + 1))
}

/** The origin of an address, '' where there is none to tell, null where it is no web address. */
function originOf(address: string): string | null {
  if (address === '' || address.startsWith('/')) return ''
  try {
    const { origin, protocol } = new URL(address)
    return /^https?:$/.test(protocol) ? origin : null
  } catch {
    return null
  }
}

async function readCode(code: string): Promise<Link | LinkRefusal> {
  let bytes: Bytes
  try {
    bytes = fromBase64url(code)
  } catch {
    return { refused: 'damaged' }
  }
  const check = (await sha256(bytes.slice(0, -CHECK))).slice(0, CHECK)
  if (bytes.length <= CHECK || !equalBytes(check, bytes.slice(-CHECK))) return { refused: 'damaged' }
  // The check comes first: a mistyped version must not send anyone looking for an update.
  if ((bytes[0] ?? 0) > VERSION) return { refused: 'newer' }
  if (bytes[0] !== VERSION || bytes.length !== LENGTH) return { refused: 'damaged' }
  return { room: bytes.slice(1, 21), secret: bytes.slice(21, 53) }
}
