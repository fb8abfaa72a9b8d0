import { type Bytes, makeReader, makeWriter } from './bytes.ts'

/** A link's envelope on its way to the relay. */
export interface LinkEnvelope {
  readonly link: Bytes
  readonly envelope: Bytes
}

/** A record with what the relay is to keep beside it (PROTOCOL.md W4). */
export interface Submission {
  readonly record: Bytes
  /** Only a manifest brings any. */
  readonly envelopes: readonly LinkEnvelope[]
}

/** The bytes of a submission, to be sent in parts. */
export function encodeSubmission({ record, envelopes }: Submission): Bytes {
  const writer = makeWriter().u32(record.length).bytes(record).u16(envelopes.length)
  for (const { link, envelope } of envelopes) writer.bytes(link).u16(envelope.length).bytes(envelope)
  return writer.done()
}

/** Reads a submission. Throws Malformed where it is none. */
export function decodeSubmission(bytes: Uint8Array): Submission {
  const reader = makeReader(bytes)
  const record = reader.bytes(reader.u32())
  const envelopes: LinkEnvelope[] = []
  for (let left = reader.u16(); left > 0; left--)
    envelopes.push({ link: reader.bytes(16), envelope: reader.bytes(reader.u16()) })
  reader.end()
  return { record, envelopes }
}
