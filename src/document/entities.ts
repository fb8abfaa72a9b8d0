import type { Contact, Line, Member, Meta, Party, Stage } from '../domain/model.ts'
import { day, flag, id, index, number, owner, reasoned, text, time, word } from './schema.ts'

/** The raw registers of one entity, by field name. */
export interface Fields {
  get(field: string): unknown
}

// One function per noun, from raw registers to the domain's entity. All are total: see schema.ts.

export const metaOf = (fields: Fields): Meta => ({
  name: text(fields.get('name')),
  // A project says "no" only by writing false; a document that says nothing has all parties.
  thirdParty: fields.get('thirdParty') !== false,
  createdAt: time(fields.get('createdAt')),
  schema: number(fields.get('schema'), 1),
})

export const partyOf = (key: string, fields: Fields): Party => ({
  id: key,
  code: text(fields.get('code')),
  role: text(fields.get('role')),
  team: text(fields.get('team')),
  colour: index(fields.get('colour')),
  third: flag(fields.get('third')),
  order: text(fields.get('order')),
  removed: word(fields.get('removed')),
})

export const contactOf = (key: string, fields: Fields): Contact => ({
  id: key,
  party: text(fields.get('party')),
  name: text(fields.get('name')),
  email: text(fields.get('email')),
  phone: text(fields.get('phone')),
  note: text(fields.get('note')),
  backup: flag(fields.get('backup')),
  removed: word(fields.get('removed')),
})

export const memberOf = (key: string, fields: Fields): Member => ({
  id: key,
  name: text(fields.get('name')),
  party: id(fields.get('party')),
})

export const stageOf = (key: string, fields: Fields): Stage => ({
  id: key,
  title: text(fields.get('title')),
  gate: flag(fields.get('gate')),
  order: text(fields.get('order')),
  removed: word(fields.get('removed')),
})

/** A line's own registers, without its note and the parties' words. */
export const lineOf = (key: string, fields: Fields): Omit<Line, 'note' | 'ticks' | 'claims'> => ({
  id: key,
  stage: text(fields.get('stage')),
  order: text(fields.get('order')),
  text: text(fields.get('text')),
  owner: owner(fields.get('owner')),
  conditional: flag(fields.get('conditional')),
  due: day(fields.get('due')),
  contact: id(fields.get('contact')),
  contactOf: id(fields.get('contactOf')),
  notApplicable: reasoned(fields.get('notApplicable')),
  blocked: reasoned(fields.get('blocked')),
  removed: word(fields.get('removed')),
})
