/** Asks again for style sheets that failed, each taken out of `failed` for it. Rejects where one fails again. */
export function mendStyles(failed: Set<HTMLLinkElement>): Promise<unknown> {
  const mending = [...failed].map((link) => {
    failed.delete(link)
    const again = link.cloneNode() as HTMLLinkElement
    return new Promise((resolve, reject) => {
      again.onload = resolve
      again.onerror = () => reject(new Error(`No style sheet at ${again.href}`))
      link.replaceWith(again)
    })
  })
  return Promise.all(mending)
}
