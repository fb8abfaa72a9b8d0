import type * as Y from 'yjs'
import { type Line, type LineId, type Project, STRAY } from '../domain/model.ts'
import type { Changed } from './document.ts'
import { contactOf, type Fields, lineOf, memberOf, metaOf, partyOf, stageOf } from './entities.ts'
import { lineOrderOf, orderOf, sameOrder } from './orders.ts'
import { problemsOf } from './problems.ts'
import { claim, keyOf, MAP_OF, noteLine, noteName, splitKey, tick } from './schema.ts'

/** Reads a whole document (rule V1). Total: whatever a merge or a file left in it becomes empty values or problems. */
export function readAll(doc: Y.Doc, id: string): Project {
  const nothing: Project = {
    id,
    meta: metaOf(new Map()),
    parties: new Map(),
    contacts: new Map(),
    members: new Map(),
    stages: new Map(),
    lines: new Map(),
    partyOrder: [],
    stageOrder: [],
    lineOrder: new Map([[STRAY, []]]),
    problems: [],
  }
  const everything = new Map<string, ReadonlySet<string>>()
  for (const name of Object.values(MAP_OF)) everything.set(name, new Set(doc.getMap(name).keys()))
  // Types that a newer version or a foreign file left are not asked for: asking gives them a kind they may not have.
  for (const name of doc.share.keys()) if (noteLine(name) !== null) everything.set(name, new Set())
  return read(doc, nothing, everything)
}

/**
 * The project after some keys of its document changed. What did not change keeps its identity, so that a tick costs
 * the reading of one line.
 */
export function read(doc: Y.Doc, previous: Project, changed: Changed): Project {
  const parties = entities(doc, 'party', previous.parties, changed, partyOf)
  const stages = entities(doc, 'stage', previous.stages, changed, stageOf)
  const lines = linesAfter(doc, previous.lines, changed)
  const stageOrder = stages === previous.stages ? previous.stageOrder : orderOf(stages.values())
  const moved = stageOrder !== previous.stageOrder || placesChanged(previous, lines, changed)
  const owned = moved || parties !== previous.parties || changed.has(MAP_OF.line)
  return {
    id: previous.id,
    meta: changed.has(MAP_OF.meta) ? metaOf(fieldsOf(doc, 'meta', 'project')) : previous.meta,
    parties,
    contacts: entities(doc, 'contact', previous.contacts, changed, contactOf),
    members: entities(doc, 'member', previous.members, changed, memberOf),
    stages,
    lines,
    partyOrder: parties === previous.parties ? previous.partyOrder : orderOf(parties.values()),
    stageOrder: sameOrder(stageOrder, previous.stageOrder),
    lineOrder: moved ? lineOrderOf(lines.values(), stageOrder, previous.lineOrder) : previous.lineOrder,
    problems: owned ? problemsOf(lines.values(), stages, parties) : previous.problems,
  }
}

/** The ids of the lines that changed keys speak of. */
export function touchedLines(changed: Changed): Set<LineId> {
  const touched = new Set<LineId>()
  for (const [name, keys] of changed) {
    const noted = noteLine(name)
    if (noted !== null) touched.add(noted)
    else if (LINE_MAPS.has(name)) for (const key of keys) addLineOf(key, touched)
  }
  return touched
}

function addLineOf(key: string, touched: Set<LineId>): void {
  const split = splitKey(key)
  if (split) touched.add(split[0])
}

const LINE_MAPS: ReadonlySet<string> = new Set([MAP_OF.line, MAP_OF.tick, MAP_OF.claim])

type EntityNoun = 'party' | 'contact' | 'member' | 'stage' | 'line' | 'meta'

/** An entity's registers; `found` tells whether one of those read so far was written. */
function fieldsOf(doc: Y.Doc, noun: EntityNoun, id: string): Fields & { found: boolean } {
  const map = doc.getMap(MAP_OF[noun])
  return {
    found: false,
    get(field) {
      const value = map.get(keyOf(noun, id, field))
      if (value !== undefined) this.found = true
      return value
    },
  }
}

function idsIn(changed: Changed, noun: EntityNoun): Set<string> {
  const ids = new Set<string>()
  for (const key of changed.get(MAP_OF[noun]) ?? []) {
    const split = splitKey(key)
    if (split) ids.add(split[0])
  }
  return ids
}

function entities<E>(
  doc: Y.Doc,
  noun: EntityNoun,
  previous: ReadonlyMap<string, E>,
  changed: Changed,
  make: (id: string, fields: Fields) => E,
): ReadonlyMap<string, E> {
  const ids = idsIn(changed, noun)
  if (ids.size === 0) return previous
  const next = new Map(previous)
  for (const id of ids) {
    const fields = fieldsOf(doc, noun, id)
    const entity = make(id, fields)
    // A missing update can take back a value before it brings the next one, and with it all that is known.
    if (fields.found) next.set(id, entity)
    else next.delete(id)
  }
  return next
}

function linesAfter(doc: Y.Doc, previous: Project['lines'], changed: Changed): Project['lines'] {
  const touched = touchedLines(changed)
  if (touched.size === 0) return previous
  const own = idsIn(changed, 'line')
  const ticks = wordsByLine(doc, changed.get(MAP_OF.tick), MAP_OF.tick, tick)
  const claims = wordsByLine(doc, changed.get(MAP_OF.claim), MAP_OF.claim, claim)
  const next = new Map(previous)
  for (const id of touched) {
    const before = previous.get(id)
    const line: Line = {
      ...(before && !own.has(id) ? before : lineOf(id, fieldsOf(doc, 'line', id))),
      note: before && !changed.has(noteName(id)) ? before.note : noteOf(doc, id),
      ticks: withWords(before?.ticks, ticks.get(id)),
      claims: withWords(before?.claims, claims.get(id)),
    }
    if (isKnown(doc, line)) next.set(id, line)
    else next.delete(id)
  }
  return next
}

/**
 * Whether anything at all is written of a line: a place, which all have, or else words, a note or a lone register. Yjs
 * makes a text on the mere mention of its name, so an empty note tells of no line.
 */
function isKnown(doc: Y.Doc, line: Line): boolean {
  const { id, order, note, ticks, claims } = line
  if (order !== '' || note !== '' || Object.keys(ticks).length > 0 || Object.keys(claims).length > 0)
    return true
  const fields = fieldsOf(doc, 'line', id)
  lineOf(id, fields)
  return fields.found
}

/** The note as text. Asking Yjs for a text that nobody wrote would create it, so that is not done. */
function noteOf(doc: Y.Doc, line: LineId): string {
  return doc.share.has(noteName(line)) ? doc.getText(noteName(line)).toString() : ''
}

type Words<W> = Map<LineId, Map<string, W | null>>

function wordsByLine<W>(
  doc: Y.Doc,
  keys: ReadonlySet<string> | undefined,
  map: string,
  parse: (value: unknown) => W | null,
) {
  const words: Words<W> = new Map()
  for (const key of keys ?? []) {
    const split = splitKey(key)
    if (!split) continue
    const [line, party] = split
    const ofLine = words.get(line) ?? new Map<string, W | null>()
    words.set(line, ofLine.set(party, parse(doc.getMap(map).get(key))))
  }
  return words
}

/** A line's words with the changed ones put in. Without a prototype, since the parties' ids come from the document. */
function withWords<W>(
  before: Readonly<Record<string, W>> | undefined,
  changed: Map<string, W | null> | undefined,
) {
  if (before && !changed) return before
  const words: Record<string, W> = Object.assign(Object.create(null), before)
  for (const [party, said] of changed ?? []) {
    if (said) words[party] = said
    else delete words[party]
  }
  return words
}

function placesChanged(previous: Project, lines: Project['lines'], changed: Changed): boolean {
  for (const id of idsIn(changed, 'line')) {
    const [before, after] = [previous.lines.get(id), lines.get(id)]
    if (
      before?.stage !== after?.stage ||
      before?.order !== after?.order ||
      !before?.removed !== !after?.removed
    )
      return true
  }
  return false
}
