import type { Answers, FormPlace } from '@hutong/api'
import type { Typing } from '@hutong/form-ui'

/** What a person has typed into one form, as this device keeps it. */
export interface Kept extends Typing {
  version: number
  /** The server's draft this goes on from, by its time; undefined when there was none. */
  base?: string
  baseAnswers: Answers
  /** Typed after the last time the server took it. */
  unsent: boolean
  /** The idempotency key of a submission that was sent and whose answer did not arrive, and what was sent. */
  sent?: { key: string; body: string }
}

interface Sealed {
  id: string
  owner: string
  iv: Uint8Array<ArrayBuffer>
  data: ArrayBuffer
}

const DATABASE = 'hutong-resident'
const KEYS = 'keys'
const TYPING = 'typing'

/** Where the browser gives no key (a page without TLS) or no storage, typing lives as long as the page, and as the draft on the server. */
const memory = new Map<string, Kept>()
let opening: Promise<IDBDatabase> | undefined

const canKeep = (): boolean => typeof indexedDB !== 'undefined' && globalThis.crypto?.subtle !== undefined
const nameOf = (owner: string, { application, form, ward }: FormPlace): string => [owner, application, form, ward ?? ''].join('|')

function database(): Promise<IDBDatabase> {
  opening ??= new Promise((resolve, reject) => {
    const request = indexedDB.open(DATABASE, 1)
    request.onupgradeneeded = () => {
      request.result.createObjectStore(KEYS)
      request.result.createObjectStore(TYPING, { keyPath: 'id' })
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

/** A key that no script can read out; it is destroyed when the person signs out. */
async function keyOf(owner: string): Promise<CryptoKey> {
  const held = (await done((await store(KEYS, 'readonly')).get(owner))) as CryptoKey | undefined
  if (held) return held
  const made = await crypto.subtle.generateKey({ name: 'AES-GCM', length: 256 }, false, ['encrypt', 'decrypt'])
  await done((await store(KEYS, 'readwrite')).put(made, owner))
  return made
}

/** Keeps what was typed, sealed: ID numbers and phones do not lie open on a phone that a family shares. */
export async function keepTyping(owner: string, place: FormPlace, kept: Kept): Promise<void> {
  const id = nameOf(owner, place)
  memory.set(id, kept)
  if (!canKeep()) return
  try {
    const iv = crypto.getRandomValues(new Uint8Array(12))
    const data = await crypto.subtle.encrypt({ name: 'AES-GCM', iv }, await keyOf(owner), new TextEncoder().encode(JSON.stringify(kept)))
    const sealed: Sealed = { id, owner, iv, data }
    await done((await store(TYPING, 'readwrite')).put(sealed))
  } catch {
    opening = undefined
  }
}

export async function keptTyping(owner: string, place: FormPlace): Promise<Kept | undefined> {
  const id = nameOf(owner, place)
  if (!canKeep()) return memory.get(id)
  try {
    const sealed = (await done((await store(TYPING, 'readonly')).get(id))) as Sealed | undefined
    if (!sealed) return undefined
    const plain = await crypto.subtle.decrypt({ name: 'AES-GCM', iv: sealed.iv }, await keyOf(owner), sealed.data)
    return JSON.parse(new TextDecoder().decode(plain)) as Kept
  } catch {
    return memory.get(id)
  }
}

export async function dropTyping(owner: string, place: FormPlace): Promise<void> {
  const id = nameOf(owner, place)
  memory.delete(id)
  if (!canKeep()) return
  try {
    await done((await store(TYPING, 'readwrite')).delete(id))
  } catch {
    opening = undefined
  }
}

/** Everything of one person, key first: without it the rest is noise. */
export async function forgetTyping(owner: string): Promise<void> {
  for (const id of [...memory.keys()]) if (id.startsWith(`${owner}|`)) memory.delete(id)
  if (!canKeep()) return
  try {
    await done((await store(KEYS, 'readwrite')).delete(owner))
    const typing = await store(TYPING, 'readwrite')
    await done(typing.delete(IDBKeyRange.bound(`${owner}|`, `${owner}|\uffff`)))
  } catch {
    opening = undefined
  }
}
