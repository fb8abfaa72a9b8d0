import { memoryUsage } from 'node:process'

const COUNTERS = {
  connections: 'WebSockets opened',
  hellos_refused: 'Hellos refused: unknown, revoked, gone, too many',
  records: 'Records stored',
  record_bytes: 'Bytes of records stored',
  records_known: 'Submissions that were stored before',
  submissions_refused: 'Submissions refused',
  commits: 'Commits',
  commit_seconds: 'Seconds spent committing',
  commit_failures: 'Commits that failed',
  slow_readers: 'Sockets dropped because they read too slowly',
  malformed: 'Sockets ended because of a malformed message',
} as const

export type CounterName = keyof typeof COUNTERS

/** What the relay counts. */
export interface Metrics {
  add(name: CounterName, by?: number): void
  /** All of it as Prometheus text, with gauges as they are now. */
  text(gauges: Readonly<Record<string, number>>): string
}

/** Starts counting from zero. */
export function makeMetrics(): Metrics {
  const counts = new Map<CounterName, number>()
  const line = (name: string, type: string, help: string, value: number): string =>
    `# HELP rollcall_${name} ${help}\n# TYPE rollcall_${name} ${type}\nrollcall_${name} ${value}\n`
  return {
    add(name, by = 1) {
      counts.set(name, (counts.get(name) ?? 0) + by)
    },
    text(gauges) {
      const counters = Object.entries(COUNTERS).map(([name, help]) =>
        line(`${name}_total`, 'counter', help, counts.get(name as CounterName) ?? 0),
      )
      const now = { ...gauges, memory_bytes: memoryUsage.rss() }
      const told = Object.entries(now).map(([name, value]) =>
        line(name, 'gauge', name.replaceAll('_', ' '), value),
      )
      return [...counters, ...told].join('')
    },
  }
}
