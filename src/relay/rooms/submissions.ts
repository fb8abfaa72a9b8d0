import { type Bytes, equalBytes, Malformed } from '../../wire/bytes.ts'
import { CLOSE, type DeviceMessage, type RefusalReason } from '../../wire/message.ts'
import { makeAssembler } from '../../wire/parts.ts'
import { type Checked, checkSubmission, sha256 } from '../checks.ts'
import { makeBucket } from '../limits.ts'
import type { Appended } from '../log/recordLog.ts'
import type { Visit } from './admission.ts'
import type { RelayParts } from './parts.ts'

type Submit = Extract<DeviceMessage, { type: 'submit' }>

/**
 * Takes what one connection submits, part by part (docs/PROTOCOL.md L2, L4, W4). `take` throws Malformed for what no device
 * of ours sends; everything else is answered.
 */
export function makeSubmissions(visit: Visit, parts: RelayParts): { take(message: Submit): void } {
  const { committer, limits, metrics, now, made } = parts
  const { peer } = visit
  const bucket = makeBucket(limits.submissionsPerSecond)
  const assembler = makeAssembler()
  /** The submission whose parts are coming, and the one whose parts are passed over because it came too fast. */
  let current: Submit | null = null
  let passedOver: Bytes | null = null

  function refuse(id: Bytes, reason: RefusalReason, detail = 0): void {
    metrics.add('submissions_refused')
    peer.send({ type: 'refused', id, reason, detail })
  }

  function submit(id: Bytes, expected: number, bytes: Bytes): void {
    const checked = checkSubmission(bytes, visit.room, id)
    if (!visit.open) makeRoom(id, expected, checked)
    else if (visit.role === 'view' || !equalBytes(checked.raw.header.link, peer.link))
      refuse(id, 'notAllowed')
    else commit(id, expected, checked)
  }

  /** The one thing that is taken where there is no room yet (docs/PROTOCOL.md W6). */
  function makeRoom(id: Bytes, expected: number, checked: Checked): void {
    if (checked.manifest?.version !== 1 || expected !== 0) {
      peer.socket.close(CLOSE.unknownRoom)
      return
    }
    made.add(visit.address, now())
    commit(id, expected, checked)
  }

  function commit(id: Bytes, expected: number, { raw, record, envelopes, manifest }: Checked): void {
    const content = manifest && { content: manifest, envelopes, ownerDigest: sha256(visit.token) }
    const append = { header: raw.header, record, expected, ...(content ? { manifest: content } : {}) }
    committer.submit(append, (result) => settle(id, result))
  }

  function settle(id: Bytes, result: Appended | null): void {
    if (!result) refuse(id, 'notStored')
    else if (result.outcome === 'refused') refuse(id, result.reason, result.detail)
    else if (result.outcome === 'known') {
      metrics.add('records_known')
      peer.send({ type: 'known', id, number: result.number })
    } else if (visit.open) peer.own(id)
    // Nothing is followed yet: who made the room says hello again.
    else peer.send({ type: 'ack', id, number: result.number })
  }

  return {
    take(message) {
      const { id, index } = message
      if (index === 0) {
        const wait = bucket.take(now())
        passedOver = wait > 0 ? id : null
        if (wait > 0) refuse(id, 'tooFast', wait)
      }
      if (passedOver && equalBytes(passedOver, id)) return
      if (index > 0 && !(current && equalBytes(current.id, id)))
        throw new Malformed('a part of something else')
      if (index === 0) current = message
      const whole = assembler.add(message)
      if (whole) submit(id, message.expected, whole)
    },
  }
}
