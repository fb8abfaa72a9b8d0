import { type Accessor, batch, createSignal, type Setter } from 'solid-js'
import type { Line, LineId, Project, StageId } from '../domain/model.ts'
import { type Standing, standingOf } from '../domain/standing.ts'
import { count, makeTally, type Tally } from '../domain/tally.ts'

/** A line with where it stands: what a row shows. */
export interface LineView {
  readonly line: Line
  readonly standing: Standing
}

/**
 * What the screens read. One signal a line and a stage rather than one store for all: the values are the domain's own
 * immutable objects, a tick wakes one row, and nothing is copied or compared in depth.
 */
export interface ReadModel {
  /** The whole project; wakes at every change, so rows read `line` and the parts below instead. */
  readonly project: Accessor<Project>
  // The parts that all rows look up. Each is a signal of its own and wakes only when it differs. A memo over `project`
  // would not do: at every change Solid asks all who read such a memo whether they are stale, which are all rows.
  readonly meta: Accessor<Project['meta']>
  readonly parties: Accessor<Project['parties']>
  readonly partyOrder: Accessor<Project['partyOrder']>
  readonly contacts: Accessor<Project['contacts']>
  readonly members: Accessor<Project['members']>
  readonly stages: Accessor<Project['stages']>
  /** A line and its standing; undefined for a line that never was. Removed lines are still given, flagged. */
  line(id: LineId): LineView | undefined
  /** Standing lines of a stage in order; of STRAY, the lines whose stage is gone. */
  lineIds(stage: StageId): readonly LineId[]
  readonly stageIds: Accessor<readonly StageId[]>
  /** Counts over one stage's lines, or over all. The object is the same each time; reading it subscribes. */
  tally(stage?: StageId): Tally
}

/** A read model and the one way to change it: `touched` names the lines that may differ, null says all may. */
export function createReadModel(
  first: Project,
): ReadModel & { update(next: Project, touched: ReadonlySet<LineId> | null): void } {
  const [project, setProject] = createSignal(first)
  const [meta, setMeta] = createSignal(first.meta)
  const [parties, setParties] = createSignal(first.parties)
  const [partyOrder, setPartyOrder] = createSignal(first.partyOrder)
  const [contacts, setContacts] = createSignal(first.contacts)
  const [members, setMembers] = createSignal(first.members)
  const [stages, setStages] = createSignal(first.stages)
  const [stageIds, setStageIds] = createSignal(first.stageOrder)
  const lines = makeSignalMap<LineView | undefined>(() => undefined)
  const orders = makeSignalMap<readonly LineId[]>(() => [])
  const tallies = makeSignalMap<Tally>(makeTally, { equals: false })
  const views = new Map<LineId, LineView>()
  const ALL = '*'

  function recount(stage: StageId, standing: Standing, by: 1 | -1): void {
    for (const key of [stage, ALL]) {
      const tally = tallies.peek(key)
      count(tally, standing, by)
      tallies.set(key, tally)
    }
  }

  function replace(id: LineId, next: Project): void {
    const before = views.get(id)
    const line = next.lines.get(id)
    if (!line) return
    const view = { line, standing: standingOf(line, next) }
    if (before && counts(before.line)) recount(before.line.stage, before.standing, -1)
    if (counts(line)) recount(line.stage, view.standing, 1)
    views.set(id, view)
    lines.set(id, view)
  }

  function update(next: Project, touched: ReadonlySet<LineId> | null): void {
    const previous = project()
    // Owners are derived from parties and the condition, so a change of these may move every line.
    const everything =
      touched === null ||
      next.parties !== previous.parties ||
      next.meta.thirdParty !== previous.meta.thirdParty
    batch(() => {
      for (const id of everything ? next.lines.keys() : touched) replace(id, next)
      if (next.lineOrder !== previous.lineOrder || touched === null) {
        for (const [stage, ids] of next.lineOrder) orders.set(stage, ids)
      }
      setMeta(next.meta)
      setParties(next.parties)
      setPartyOrder(next.partyOrder)
      setContacts(next.contacts)
      setMembers(next.members)
      setStages(next.stages)
      setStageIds(next.stageOrder)
      setProject(next)
    })
  }

  update(first, null)
  return {
    project,
    meta,
    parties,
    partyOrder,
    contacts,
    members,
    stages,
    stageIds,
    line: (id) => lines.get(id),
    lineIds: (stage) => orders.get(stage),
    tally: (stage = ALL) => tallies.get(stage),
    update,
  }
}

/** Removed lines count nowhere; those of a stage that is gone count under its id and in the whole. */
const counts = (line: Line): boolean => line.removed === null && line.order !== ''

/** Signals by key, made when first asked for or set. `peek` reads without subscribing. */
function makeSignalMap<T>(initial: () => T, options?: { equals: false }) {
  interface Cell {
    value: T
    readonly get: Accessor<T>
    readonly set: Setter<T>
  }
  const cells = new Map<string, Cell>()
  const at = (key: string): Cell => {
    const known = cells.get(key)
    if (known) return known
    const value = initial()
    const [get, set] = createSignal(value, options)
    const cell = { value, get, set }
    cells.set(key, cell)
    return cell
  }
  return {
    get: (key: string): T => at(key).get(),
    peek: (key: string): T => at(key).value,
    set(key: string, value: T): void {
      const cell = at(key)
      cell.value = value
      cell.set(() => value)
    },
  }
}
