// Made when first needed: the first formatter of a page costs it some 20 ms, which no first paint should wait for.
const sameYear = made({ day: 'numeric', month: 'short', timeZone: 'UTC' })
const otherYear = made({ dateStyle: 'medium', timeZone: 'UTC' })
const moments = made({ weekday: 'short', day: 'numeric', month: 'short', hour: 'numeric', minute: '2-digit' })

function made(options: Intl.DateTimeFormatOptions): () => Intl.DateTimeFormat {
  let format: Intl.DateTimeFormat | undefined
  return () => {
    format ??= new Intl.DateTimeFormat('en', options)
    return format
  }
}

/** Today on this device as an ISO day. */
export function today(now = new Date()): string {
  const two = (part: number) => String(part).padStart(2, '0')
  return `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`
}

/** An ISO day as people write it: "3 May", with the year where it is another one. An unreadable day stays as it is. */
export function dayText(day: string, now = today()): string {
  const date = new Date(`${day}T00:00:00Z`)
  if (Number.isNaN(date.getTime())) return day
  return (day.slice(0, 4) === now.slice(0, 4) ? sameYear : otherYear)().format(date)
}

/** A time (ms since 1970) as people write it: "Tue, 3 May, 14:20". */
export const momentText = (at: number): string => moments().format(at)
