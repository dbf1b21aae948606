import type { Manifest } from '../manifest/types'
import type { DraftShelf } from './useDraft'

/** Some browsers refuse even to name their storage when they are told to keep nothing. */
function deviceStorage(): Storage | undefined {
  try {
    return localStorage
  } catch {
    return undefined
  }
}

/** Keeps unsaved work of one account on one application in this browser; a draft holds no residents' data. */
export function browserShelf(login: string, application: string, storage: Storage | undefined = deviceStorage()): DraftShelf {
  const key = `hutong-officer-draft:${login}:${application}`
  return {
    put(copy) {
      try {
        storage?.setItem(key, JSON.stringify(copy))
      } catch {
        // A full or forbidden storage only means that there is no second copy.
      }
    },
    take() {
      try {
        const text = storage?.getItem(key) ?? null
        return text === null ? undefined : JSON.parse(text) as { manifest: Manifest; revision: number }
      } catch {
        return undefined
      }
    },
    clear() {
      try {
        storage?.removeItem(key)
      } catch {
        // Nothing was kept, so nothing is left.
      }
    },
  }
}
