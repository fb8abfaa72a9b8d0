import type { Logger } from 'pino'
import type { Committer } from '../committer.ts'
import type { HourlyCount } from '../limits.ts'
import type { RecordLog } from '../log/recordLog.ts'
import type { Metrics } from '../metrics.ts'
import type { Limits } from '../settings.ts'
import type { Hub } from './hub.ts'

/** What the connections of one relay share. */
export interface RelayParts {
  readonly log: RecordLog
  readonly hub: Hub
  readonly committer: Committer
  readonly metrics: Metrics
  readonly limits: Limits
  readonly logger: Logger
  /** Rooms made, and hellos that failed, by address. */
  readonly made: HourlyCount
  readonly failed: HourlyCount
  /** Milliseconds since 1970. */
  readonly now: () => number
}
