/** Longer than any start takes. */
const HELD = 10_000

/**
 * Has the browser open a database that is needed in a moment, and holds it open: a second connection is there at once,
 * the first takes tens of milliseconds on a phone. Makes none where there is none, and never fails or stands in the way
 * of whoever upgrades or deletes it.
 */
export function warmUp(name: string): void {
  try {
    const request = indexedDB.open(name)
    request.onupgradeneeded = () => request.transaction?.abort()
    request.onerror = (event) => event.preventDefault()
    request.onsuccess = () => {
      const database = request.result
      database.onversionchange = () => database.close()
      setTimeout(() => database.close(), HELD)
    }
  } catch {
    // Storage is blocked; whoever needs it says so.
  }
}
