/** Hands a file to the person as a download. */
export function saveFile(file: File): void {
  const address = URL.createObjectURL(file)
  const link = document.createElement('a')
  link.href = address
  link.download = file.name
  link.click()
  // The browser has taken the file by then; revoking at once makes some lose it.
  setTimeout(() => URL.revokeObjectURL(address), 60_000)
}
