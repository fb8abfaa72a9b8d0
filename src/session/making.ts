import { encodeStateAsUpdate } from 'yjs'
import { apply, makeDocument } from '../document/document.ts'
import { openNote } from '../document/note.ts'
import { readAll } from '../document/read.ts'
import type { Change } from '../domain/change.ts'
import { changesForCopy } from '../domain/copy.ts'
import type { Project } from '../domain/model.ts'
import {
  changesFromTemplate,
  type ProjectSetup,
  type Template,
  templateFromProject,
} from '../domain/template.ts'
import { exampleProject } from './example.ts'
import { newId } from './ids.ts'
import type { SessionParts } from './session.ts'
import { loadStored } from './stored.ts'
import { newEntry } from './summary.ts'

// Making projects and templates, each stored whole or not at all. Every function rejects with the storage's error.

/** Makes a project from a template and what the form gave; resolves with its id. `setup.me.member` is filled in. */
export function makeFromTemplate(
  parts: SessionParts,
  template: Template,
  setup: ProjectSetup,
): Promise<string> {
  const me = { ...setup.me, member: newId() }
  const env = { now: parts.now(), newId, me: { ...me, party: null } }
  return store(parts, changesFromTemplate(template, { ...setup, me }, env), me.member, new Map())
}

/** Makes the filled-in example, seen by a person of this name, or by a made-up one. */
export function makeExample(parts: SessionParts, name: string): Promise<string> {
  const { changes, member, notes } = exampleProject({ now: parts.now(), newId, name })
  return store(parts, changes, member, notes)
}

/** Copies a project without what parties said in it (rule S3); whoever copies stays who they are there. */
export function makeCopy(parts: SessionParts, id: string, name: string, myName: string): Promise<string> {
  return withStored(parts, id, async (project) => {
    const entry = await parts.catalogue.find(id)
    const known = project.members.get(entry?.me ?? '')
    const me = { member: newId(), name: known?.name ?? myName, party: known?.party ?? null }
    const changes = changesForCopy(project, name, { now: parts.now(), newId, me })
    const noted = [...project.lines.values()].filter((line) => line.note !== '' && !line.removed)
    return store(parts, changes, me.member, new Map(noted.map((line) => [line.id, line.note])))
  })
}

/** Saves a project's parties, stages and lines as a template of one's own (rule S2). */
export function makeTemplate(parts: SessionParts, id: string, name: string): Promise<Template> {
  return withStored(parts, id, async (project) => {
    const template = templateFromProject(project, newId(), name)
    await parts.catalogue.saveTemplate(template)
    return template
  })
}

/** Stores a new document seeded by changes, with notes by line; resolves with its id. */
async function store(
  { catalogue, now }: SessionParts,
  changes: readonly Change[],
  me: string,
  notes: ReadonlyMap<string, string>,
): Promise<string> {
  const id = newId(20)
  const doc = makeDocument()
  apply(doc, changes)
  for (const [line, note] of notes) openNote(doc, line).write(note)
  const entry = newEntry(readAll(doc, id), me, now())
  await catalogue.add([{ entry, update: encodeStateAsUpdate(doc) }])
  doc.destroy()
  return id
}

async function withStored<T>(
  { database }: SessionParts,
  id: string,
  use: (project: Project) => Promise<T>,
): Promise<T> {
  const { doc, close } = await loadStored(id, { database })
  try {
    return await use(readAll(doc, id))
  } finally {
    await close()
  }
}
