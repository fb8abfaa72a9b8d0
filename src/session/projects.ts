import { type Accessor, createSignal, untrack } from 'solid-js'
import type { ProjectSetup, Template } from '../domain/template.ts'
import type { Catalogue } from '../storage/catalogue.ts'
import type { Database, ProjectEntry } from '../storage/database.ts'
import type { Fault } from '../storage/faults.ts'

/** Documents are written and read by code that the list itself appears without. */
const making = () => import('./making.ts')

const DISPLAY_NAME = 'displayName'
/** How long a deleted project can still be brought back. */
export const KEPT_DELETED_MS = 30 * 24 * 60 * 60 * 1000

/** All projects and templates on this device, and what can be done to them without opening one. */
export interface Projects {
  /** Undefined while loading; deleted and archived ones included, flagged. */
  readonly list: Accessor<readonly ProjectEntry[] | undefined>
  /** The templates people made on this device; empty while loading. */
  readonly ownTemplates: Accessor<readonly Template[]>
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
  /** Removes for good what was deleted more than 30 days ago; what cannot be removed now waits for the next time. */
  purge(): Promise<void>
}

/**
 * Follows the catalogue for as long as the page lives, each table from when it is first asked for: an open project asks
 * for none before its lines are on screen, and would wait behind them for its own rows. Every promise rejects with the storage's error.
 */
export function createProjects(parts: {
  database: Database
  catalogue: Catalogue
  now: () => number
}): Projects {
  const { catalogue, now } = parts
  const [list, setList] = createSignal<readonly ProjectEntry[]>()
  const [own, setOwn] = createSignal<readonly Template[]>([])
  const [fault, setFault] = createSignal<Fault | null>(null)
  const [displayName, setDisplayName] = createSignal('')
  // Both are tables of one database, so that either is read says that it can be used again.
  const told =
    <Row>(set: (rows: readonly Row[]) => unknown) =>
    (rows: readonly Row[]) => {
      setFault(null)
      set(rows)
    }
  const followProjects = once(() => catalogue.watchProjects(told(setList), setFault))
  const followTemplates = once(() => catalogue.watchTemplates(told(setOwn), setFault))
  const readName = once(() =>
    catalogue.setting(DISPLAY_NAME).then(
      (name) => typeof name === 'string' && setDisplayName((typed) => typed || name),
      () => {},
    ),
  )

  function rememberName(name: string): void {
    readName()
    if (name.trim() === '' || name === displayName()) return
    setDisplayName(name)
    void catalogue.setSetting(DISPLAY_NAME, name).catch(() => {})
  }

  return {
    list: () => {
      followProjects()
      return list()
    },
    ownTemplates: () => {
      followTemplates()
      return own()
    },
    fault: () => {
      followProjects()
      return fault()
    },
    displayName: () => {
      readName()
      return displayName()
    },
    setDisplayName: rememberName,
    async create(template, setup) {
      rememberName(setup.me.name)
      return (await making()).makeFromTemplate(parts, template, setup)
    },
    async openExample() {
      await readName()
      return (await making()).makeExample(parts, displayName())
    },
    async duplicate(id, name) {
      await readName()
      return (await making()).makeCopy(parts, id, name, displayName())
    },
    async saveAsTemplate(id, name) {
      return (await making()).makeTemplate(parts, id, name)
    },
    saveTemplate: (template) => catalogue.saveTemplate(template),
    removeTemplate: (id) => catalogue.removeTemplate(id),
    setArchived: (id, archived) => catalogue.patch(id, { archivedAt: archived ? now() : null }),
    purge: () => catalogue.purge(now() - KEPT_DELETED_MS).catch(() => {}),
    setDeleted: (id, deleted) => catalogue.patch(id, { deletedAt: deleted ? now() : null }),
  }
}

/** `work`, done when first called; every call gives what came of it. */
function once<T>(work: () => T): () => T {
  let result: { readonly value: T } | undefined
  return () => {
    // Untracked: what asks first may be a computation, which has no part in what is started here.
    result ??= { value: untrack(work) }
    return result.value
  }
}
