import fc from 'fast-check'
import { expect, test } from 'vitest'
import * as Y from 'yjs'
import { apply, makeDocument } from '../../src/document/document.ts'
import { SCHEMA } from '../../src/domain/model.ts'
import { decodeUpdate } from '../../src/session/backup/update.ts'
import { usedProject } from '../support/projects.ts'

// Rules F1 to F10 are those of docs/BACKUP.md.

const malformed = { refused: 'malformed', path: 'projects.0.update' }
const decode = (update: Uint8Array) => decodeUpdate('p1', update, 'projects.0.update')

/** An update of a document with one register in it, beside the one that makes it a project. */
function withRegister(value: unknown, schema: unknown = SCHEMA): Uint8Array {
  const doc = makeDocument()
  apply(doc, [{ noun: 'meta', id: 'project', field: 'schema', before: null, after: schema }])
  doc.getMap('lines').set('l1/text', value)
  return Y.encodeStateAsUpdate(doc)
}

/** Arrays inside each other, as bytes of an update: Yjs itself could not write so many. */
function nested(depth: number): Uint8Array {
  const before = withRegister('HERE')
  const mark = [0x77, 4, ...Buffer.from('HERE')]
  const at = Buffer.from(before).indexOf(Buffer.from(mark))
  // In lib0's encoding 0x75 and a count begin an array, 0x7e is null.
  const value = Array.from({ length: depth }, () => [0x75, 1]).flat()
  return Uint8Array.from([...before.subarray(0, at), ...value, 0x7e, ...before.subarray(at + mark.length)])
}

test('an update of any used project decodes to the same project', () => {
  fc.assert(
    fc.property(fc.nat(), (seed) => {
      const { project, update } = usedProject(seed)
      expect(decodeUpdate(project.id, update, '')).toMatchObject({ project })
    }),
    { numRuns: 40 },
  )
}, 30_000)

test('F6: an update cut off at any place is refused or still the same project', () => {
  const { project, update } = usedProject(3, 30)
  for (let end = 0; end < update.length; end += 7) {
    const decoded = decodeUpdate(project.id, update.subarray(0, end), 'projects.0.update')
    // The removals come last in an update, so nothing but them can be missing without notice.
    if (!('refused' in decoded)) expect(decoded.project.meta).toEqual(project.meta)
    else expect(decoded).toEqual(malformed)
  }
})

test('F6: the update of another document, of none, and one in the encoding V2 are refused', () => {
  const other = new Y.Doc()
  other.getMap('meta').set('title', 'A drawing')
  expect(decode(Y.encodeStateAsUpdate(other))).toEqual(malformed)
  expect(decode(Y.encodeStateAsUpdate(new Y.Doc()))).toEqual(malformed)
  expect(decode(new Uint8Array())).toEqual(malformed)
  expect(decode(Y.encodeStateAsUpdateV2(usedProject(1).doc))).toEqual(malformed)
})

test('F4: a document of a newer schema is refused as newer', () => {
  expect(decode(withRegister('x', SCHEMA + 1))).toEqual({ refused: 'newerVersion', version: SCHEMA + 1 })
  expect(decode(withRegister('x', 'one'))).toEqual(malformed)
})

test('F5: a value nested too deep is refused, long before decoding it could run out of stack', () => {
  expect(decode(nested(32))).toMatchObject({ project: { id: 'p1' } })
  for (const depth of [33, 1000, 100_000]) expect(decode(nested(depth)), String(depth)).toEqual(malformed)
})

test('F5: a value nested too deep is refused where it was overwritten or waits for another update, too', () => {
  const doc = makeDocument()
  const updates: Uint8Array[] = []
  doc.on('update', (update: Uint8Array) => updates.push(update))
  apply(doc, [{ noun: 'meta', id: 'project', field: 'schema', before: null, after: SCHEMA }])
  doc.getMap('lines').set('l1/text', 'missing')
  const deep = JSON.parse(`${'['.repeat(40)}${']'.repeat(40)}`)
  doc.getMap('lines').set('l2/text', deep)
  const waiting = Y.mergeUpdates([updates[0] as Uint8Array, updates[2] as Uint8Array])
  expect(decode(waiting)).toEqual(malformed)
})

test('F6: lengths that promise more than there is are refused at once', () => {
  const huge = [0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0x0f]
  const promises = [
    huge, // clients
    [1, ...huge], // structs of a client
    [1, 0xff, 0xff, 0xff, 0x7f, 1, 0], // some 268 million structs
    [1, 1, 1, 0, 0x28, 1, ...huge], // the length of a name
    [1, 1, 1, 0, 8, 1, 1, 0x61, ...huge], // the count of values
    [0, ...huge], // clients with removals
    [0, 1, 1, ...huge], // removals of a client
  ]
  const started = performance.now()
  for (const bytes of promises) expect(decode(Uint8Array.from(bytes)), String(bytes)).toEqual(malformed)
  expect(performance.now() - started).toBeLessThan(5000)
})

test('F6: whatever bytes come, decoding answers and never throws', () => {
  const { update } = usedProject(5, 20)
  const damaged = fc
    .array(fc.tuple(fc.nat(update.length - 1), fc.integer({ min: 0, max: 255 })), {
      minLength: 1,
      maxLength: 5,
    })
    .map((puts) => {
      const bytes = update.slice()
      for (const [at, byte] of puts) bytes[at] = byte
      return bytes
    })
  fc.assert(
    fc.property(fc.oneof(fc.uint8Array({ maxLength: 200 }), damaged), (bytes) => {
      expect(decode(bytes)).toBeTypeOf('object')
    }),
    { numRuns: 1000 },
  )
}, 60_000)
