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

export async function put(name: string, value: unknown): Promise<void> {
  memory.set(name, value)
  if (!keepsOverReload()) return
  try {
    const iv = crypto.getRandomValues(new Uint8Array(12))
    const data = await crypto.subtle.encrypt({ name: 'AES-GCM', iv }, await key(), new TextEncoder().encode(JSON.stringify(value)))
    await done((await store(VALUES, 'readwrite')).put({ iv, data } satisfies Sealed, name))
  } catch {
    opening = undefined
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
    await done((await store(VALUES, 'readwrite')).delete(name))
  } catch {
    opening = undefined
  }
}
