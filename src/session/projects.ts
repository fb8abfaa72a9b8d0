import { type Accessor, createSignal } from 'solid-js'
import { encodeStateAsUpdate } from 'yjs'
import { apply, makeDocument } from '../document/document.ts'
import { openNote } from '../document/note.ts'
import { readAll } from '../document/read.ts'
import type { Change } from '../domain/change.ts'
import { changesForCopy } from '../domain/copy.ts'
import type { Project, Voice } from '../domain/model.ts'
import {
  changesFromTemplate,
  type ProjectSetup,
  type Template,
  templateFromProject,
} from '../domain/template.ts'
import { integrationDeliverables } from '../domain/templates/integrationDeliverables.ts'
import type { Catalogue } from '../storage/catalogue.ts'
import type { Database, ProjectEntry } from '../storage/database.ts'
import type { Fault } from '../storage/faults.ts'
import { newId } from './ids.ts'
import { loadStored } from './stored.ts'
import { newEntry } from './summary.ts'

const BUILT_IN: readonly Template[] = [integrationDeliverables]
const DISPLAY_NAME = 'displayName'
/** How long a deleted project can still be brought back. */
export const KEPT_DELETED_MS = 30 * 24 * 60 * 60 * 1000

/** All projects and templates on this device, and what can be done to them without opening one. */
export interface Projects {
  /** Undefined while loading; deleted and archived ones included, flagged. */
  readonly list: Accessor<readonly ProjectEntry[] | undefined>
  /** Built-in templates first, then one's own. */
  readonly templates: Accessor<readonly Template[]>
  isBuiltIn(template: string): boolean
  /** Why this device's storage cannot be used, if it cannot. */
  readonly fault: Accessor<Fault | null>
  /** The name last used on this device. */
  readonly displayName: Accessor<string>
  setDisplayName(name: string): void
  /** Makes a project; resolves with its id once it is stored. `setup.me.member` is filled in here. */
  create(template: Template, setup: ProjectSetup): Promise<string>
  /** Makes a filled-in example. */
  openExample(): Promise<string>
  /** Copies a project without what parties said in it; resolves with the copy's id. */
  duplicate(id: string, name: string): Promise<string>
  saveAsTemplate(id: string, name: string): Promise<Template>
  saveTemplate(template: Template): Promise<void>
  removeTemplate(id: string): Promise<void>
  setArchived(id: string, archived: boolean): Promise<void>
  /** A deleted project is kept for 30 days and can be brought back. */
  setDeleted(id: string, deleted: boolean): Promise<void>
}

/** Follows the catalogue for as long as the page lives. Every promise rejects with the storage's error. */
export function createProjects(parts: {
  database: Database
  catalogue: Catalogue
  now: () => number
}): Projects {
  const { database, catalogue, now } = parts
  const [list, setList] = createSignal<readonly ProjectEntry[]>()
  const [own, setOwn] = createSignal<readonly Template[]>([])
  const [fault, setFault] = createSignal<Fault | null>(null)
  const [displayName, setDisplayName] = createSignal('')
  catalogue.watchProjects(setList, setFault)
  catalogue.watchTemplates(setOwn, setFault)
  void catalogue.setting(DISPLAY_NAME).then(
    (name) => typeof name === 'string' && setDisplayName((typed) => typed || name),
    () => {},
  )
  void catalogue.purge(now() - KEPT_DELETED_MS).catch(() => {})

  function rememberName(name: string): void {
    if (name.trim() === '' || name === displayName()) return
    setDisplayName(name)
    void catalogue.setSetting(DISPLAY_NAME, name).catch(() => {})
  }

  /** Stores a new document seeded by changes; notes by line. */
  async function store(
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

  async function withStored<T>(id: string, use: (project: Project) => T | Promise<T>): Promise<T> {
    const { doc, close } = await loadStored(id, { database })
    try {
      return await use(readAll(doc, id))
    } finally {
      await close()
    }
  }

  return {
    list,
    templates: () => [...BUILT_IN, ...own()],
    isBuiltIn: (id) => BUILT_IN.some((template) => template.id === id),
    fault,
    displayName,
    setDisplayName: rememberName,
    create(template, setup) {
      rememberName(setup.me.name)
      const me = { ...setup.me, member: newId() }
      const env = { now: now(), newId, me: { ...me, party: null } }
      return store(changesFromTemplate(template, { ...setup, me }, env), me.member, new Map())
    },
    async openExample() {
      const { exampleProject } = await import('./example.ts')
      const { changes, member, notes } = exampleProject({ now: now(), newId, name: displayName() })
      return store(changes, member, notes)
    },
    duplicate(id, name) {
      return withStored(id, async (project) => {
        const entry = await catalogue.find(id)
        const known = project.members.get(entry?.me ?? '')
        const me: Voice = { member: newId(), name: known?.name ?? displayName(), party: known?.party ?? null }
        const changes = changesForCopy(project, name, { now: now(), newId, me })
        const noted = [...project.lines.values()].filter((line) => line.note !== '' && !line.removed)
        return store(changes, me.member, new Map(noted.map((line) => [line.id, line.note])))
      })
    },
    saveAsTemplate(id, name) {
      return withStored(id, async (project) => {
        const template = templateFromProject(project, newId(), name)
        await catalogue.saveTemplate(template)
        return template
      })
    },
    saveTemplate: (template) => catalogue.saveTemplate(template),
    removeTemplate: (id) => catalogue.removeTemplate(id),
    setArchived: (id, archived) => catalogue.patch(id, { archivedAt: archived ? now() : null }),
    setDeleted: (id, deleted) => catalogue.patch(id, { deletedAt: deleted ? now() : null }),
  }
}
