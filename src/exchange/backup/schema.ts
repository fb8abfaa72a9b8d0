import * as v from 'valibot'
import { fromBase64 } from './base64.ts'
import { COUNT_LIMIT, STRING_LIMIT } from './format.ts'

// Only what is restored from is described; `readable` and whatever else a file holds is looked over by none.

/** Names a database, a lock and an address, so it is letters, digits, - and _ only. */
const id = v.pipe(v.string(), v.regex(/^[\w-]{1,64}$/))
const text = v.pipe(v.string(), v.maxLength(STRING_LIMIT))
const time = v.pipe(v.string(), v.isoTimestamp(), v.transform(Date.parse), v.number(), v.finite())
const list = <S extends v.GenericSchema>(item: S) => v.pipe(v.array(item), v.maxLength(COUNT_LIMIT))

const owner = v.object({
  rule: v.picklist(['one', 'joint', 'either']),
  parties: v.array(text),
})

const template = v.object({
  id,
  name: text,
  description: text,
  parties: v.array(
    v.object({
      key: text,
      code: text,
      role: text,
      colour: v.pipe(v.number(), v.finite()),
      third: v.boolean(),
    }),
  ),
  stages: v.array(
    v.object({
      title: text,
      gate: v.exactOptional(v.boolean()),
      lines: v.array(
        v.object({
          key: v.exactOptional(text),
          text,
          owner,
          conditional: v.exactOptional(v.boolean()),
          contactOf: v.exactOptional(text),
        }),
      ),
    }),
  ),
})

const project = v.object({
  id,
  me: v.optional(v.nullable(id), null),
  archivedAt: v.optional(v.nullable(time), null),
  update: v.pipe(v.string(), v.transform(fromBase64), v.instance(Uint8Array<ArrayBuffer>)),
})

/** What every version of the format begins with. */
export const heading = v.object({ version: v.pipe(v.number(), v.integer(), v.minValue(1)) })

/** Version 1. */
export const file = v.object({ projects: list(project), templates: v.optional(list(template), []) })
