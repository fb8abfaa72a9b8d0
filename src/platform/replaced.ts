/**
 * Whether the server, or the service worker, by now answers with another version than the one this page is of. False
 * where nothing can be known, as without a network. Never rejects.
 */
export async function isReplaced(): Promise<boolean> {
  // Its name holds a digest of the whole app.
  const entry = document.querySelector('script[type="module"]')?.getAttribute('src')
  try {
    const page = await (await fetch('/', { cache: 'no-store' })).text()
    return Boolean(entry) && page.includes('<script type="module"') && !page.includes(`"${entry}"`)
  } catch {
    return false
  }
}
