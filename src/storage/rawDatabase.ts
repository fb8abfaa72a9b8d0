// What y-indexeddb and Dexie leave undone with IndexedDB itself.

/** Whether there is a database of this name, found without making one. Rejects where it cannot be opened. */
export function exists(name: string): Promise<boolean> {
  return new Promise((resolve, reject) => {
    const request = indexedDB.open(name)
    let absent = false
    request.onupgradeneeded = () => {
      absent = true
      request.transaction?.abort()
    }
    request.onsuccess = () => {
      request.result.close()
      resolve(true)
    }
    request.onerror = (event) => {
      event.preventDefault()
      if (absent) resolve(false)
      else reject(request.error)
    }
  })
}

/** Deletes a database. Resolves false where another page holds it open and will not let go; deletion then comes later. */
export function remove(name: string): Promise<boolean> {
  return new Promise((resolve, reject) => {
    const request = indexedDB.deleteDatabase(name)
    request.onsuccess = () => resolve(true)
    request.onblocked = () => resolve(false)
    request.onerror = () => reject(request.error)
  })
}

/** Settles when the transaction has: rejects with its error where it was aborted. */
export function completed(transaction: IDBTransaction): Promise<void> {
  return new Promise((resolve, reject) => {
    transaction.oncomplete = () => resolve()
    transaction.onabort = () =>
      reject(transaction.error ?? new Error('AbortError: the transaction was aborted'))
  })
}
