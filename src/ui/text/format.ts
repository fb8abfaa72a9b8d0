const LANGUAGE = 'en'

const UNITS: readonly (readonly [Intl.RelativeTimeFormatUnit, number])[] = [
  ['year', 31_536_000_000],
  ['month', 2_592_000_000],
  ['week', 604_800_000],
  ['day', 86_400_000],
  ['hour', 3_600_000],
  ['minute', 60_000],
]

// Made when first needed: the first formatter of a page costs it some 20 ms, which no first paint should wait for.
let relative: Intl.RelativeTimeFormat | undefined
let dayNames: Intl.DateTimeFormat | undefined

/** A time seen from now: "2 hours ago", "yesterday", "just now". Both in milliseconds since 1970. */
export function ago(time: number, now: number): string {
  const past = time - now
  const unit = UNITS.find(([, size]) => Math.abs(past) >= size)
  if (!unit) return 'just now'
  relative ??= new Intl.RelativeTimeFormat(LANGUAGE, { numeric: 'auto' })
  return relative.format(Math.trunc(past / unit[1]), unit[0])
}

/** A time as its day here: "3 May 2026". */
export function day(time: number): string {
  dayNames ??= new Intl.DateTimeFormat(LANGUAGE, { day: 'numeric', month: 'short', year: 'numeric' })
  return dayNames.format(time)
}

/** A size for people: "820 KB", "1.4 MB". */
export function bytes(count: number): string {
  const [unit, size]: readonly [string, number] =
    count < 1_000_000
      ? ['kilobyte', 1_000]
      : count < 1_000_000_000
        ? ['megabyte', 1_000_000]
        : ['gigabyte', 1_000_000_000]
  const digits = count / size < 10 && unit !== 'kilobyte' ? 1 : 0
  return new Intl.NumberFormat(LANGUAGE, { style: 'unit', unit, maximumFractionDigits: digits }).format(
    count / size,
  )
}

/** A count with its noun: "1 line", "3 lines". */
export function plural(count: number, one: string, many: string): string {
  return `${count} ${count === 1 ? one : many}`
}
