/** A small store on the phone: values by name, sealed with a key that no script can read out. */

const DATABASE = 'hutong-field'
const KEYS = 'keys'
const VALUES = 'values'
const KEY = 'own'

interface Sealed {
  iv: Uint8Array<ArrayBuffer>
  data: ArrayBuffer
}

/** Without storage or a key (a page without TLS) values live as long as the page. */
const memory = new Map<string, unknown>()
let opening: Promise<IDBDatabase> | undefined

export const keepsOverReload = (): boolean => typeof indexedDB !== 'undefined' && globalThis.crypto?.subtle !== undefined

function database(): Promise<IDBDatabase> {
  opening ??= new Promise((resolve, reject) => {
    const request = indexedDB.open(DATABASE, 1)
    request.onupgradeneeded = () => {
      request.result.createObjectStore(KEYS)
      request.result.createObjectStore(VALUES)
    }
    request.onsuccess = () => resolve(request.result)
    request.onerror = () => reject(request.error)
  })
  return opening
}

function done<T>(request: IDBRequest<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result)
    request.onerror = () => reject(request.error)
  })
}

async function store(name: string, mode: IDBTransactionMode): Promise<IDBObjectStore> {
  return (await database()).transaction(name, mode).objectStore(name)
}

async function key(): Promise<CryptoKey> {
  const held = (await done((await store(KEYS, 'readonly')).get(KEY))) as CryptoKey | undefined
  if (held) return held
  const made = await crypto.subtle.generateKey({ name: 'AES-GCM', length: 256 }, false, ['encrypt', 'decrypt'])
  await done((await store(KEYS, 'readwrite')).put(made, KEY))
  return made
}

/** Writing goes one after another, so that what was said last is what stays. */
let writing: Promise<unknown> = Promise.resolve()
function inTurn<T>(work: () => Promise<T>): Promise<T> {
  const mine = writing.then(work)
  writing = mine.catch(() => undefined)
  return mine
}

/** @returns whether it outlives the page */
export function put(name: string, value: unknown): Promise<boolean> {
  memory.set(name, value)
  return keepsOverReload() ? inTurn(() => seal(name, value)) : Promise.resolve(false)
}

async function seal(name: string, value: unknown): Promise<boolean> {
  try {
    const iv = crypto.getRandomValues(new Uint8Array(12))
    const data = await crypto.subtle.encrypt({ name: 'AES-GCM', iv }, await key(), new TextEncoder().encode(JSON.stringify(value)))
    await done((await store(VALUES, 'readwrite')).put({ iv, data } satisfies Sealed, name))
    return true
  } catch {
    opening = undefined
    return false
  }
}

/** The names of what is kept that begin so. */
export async function names(prefix: string): Promise<string[]> {
  const here = [...memory.keys()].filter((name) => name.startsWith(prefix))
  if (!keepsOverReload()) return here
  try {
    const stored = await done((await store(VALUES, 'readonly')).getAllKeys(IDBKeyRange.bound(prefix, `${prefix}\uffff`)))
    return [...new Set([...here, ...stored.map(String)])]
  } catch {
    opening = undefined
    return here
  }
}

export async function get<T>(name: string): Promise<T | undefined> {
  if (memory.has(name) || !keepsOverReload()) return memory.get(name) as T | undefined
  try {
    const sealed = (await done((await store(VALUES, 'readonly')).get(name))) as Sealed | undefined
    if (!sealed) return undefined
    const plain = await crypto.subtle.decrypt({ name: 'AES-GCM', iv: sealed.iv }, await key(), sealed.data)
    return JSON.parse(new TextDecoder().decode(plain)) as T
  } catch {
    return undefined
  }
}

export async function drop(name: string): Promise<void> {
  memory.delete(name)
  if (!keepsOverReload()) return
  try {
    await inTurn(async () => done((await store(VALUES, 'readwrite')).delete(name)))
  } catch {
    opening = undefined
  }
}
