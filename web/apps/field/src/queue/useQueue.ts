import { computed, ref, shallowRef, watch } from 'vue'
import { newUuid, Problem, Unreachable } from '@hutong/api'
import { api, type Means, type MovedTo, type Outcome, type Task, type Today } from '../api'
import { useSession } from '../session/session'
import { sendable, settle, visitOf, type Waiting } from './merge'
import { forgetDays, keepList, keptList, lookAround, takeForms } from '../offline/day'
import { useDone } from './done'
import { get, put } from './shelf'

/** What was done and is not yet sent, and the day's lists as last seen: one state for the whole app, kept on the phone. */

const WAITING = 'waiting'
const AT_ONCE = 100
/** So long the last entry can be taken back before it is sent. */
const SECOND_THOUGHTS = 6_000
const EVERY = 20_000

const waiting = shallowRef<Waiting[]>([])
const sending = ref(false)
const offline = ref(false)
const today = shallowRef<Today>()
/** When the lists were as the server has them. */
const asOf = ref('')
/** Raised whenever the server has taken something: the lists are then asked for anew. */
const sent = ref(0)

let restored: Promise<void> | undefined
let timer: ReturnType<typeof setTimeout> | undefined

async function set(next: Waiting[]): Promise<void> {
  waiting.value = next
  await put(WAITING, next)
}

function restore(): Promise<void> {
  restored ??= get<Waiting[]>(WAITING).then((kept) => {
    waiting.value = [...(kept ?? []), ...waiting.value]
  })
  return restored
}

function later(after: number): void {
  clearTimeout(timer)
  timer = setTimeout(() => void send(), after)
}

/** The sending that goes on. */
let going: Promise<void> = Promise.resolve()

/** Sends what waits; what does not get through waits on. */
function send(): Promise<void> {
  if (!sending.value) going = sendNow()
  return going
}

async function sendNow(): Promise<void> {
  const { session, expire } = useSession()
  const login = session.value?.account.login
  if (login === undefined) return
  sending.value = true
  try {
    await sendFor(login, expire)
  } finally {
    sending.value = false
  }
  if (sendable(waiting.value, login).length > 0) later(EVERY)
}

async function sendFor(login: string, expire: () => void): Promise<void> {
  await restore()
  const batch = sendable(waiting.value, login).slice(0, AT_ONCE)
  if (batch.length === 0) return
  try {
    const { results } = await api.send(batch.map(visitOf))
    await set(settle(waiting.value, results))
    offline.value = false
    sent.value++
  } catch (error) {
    if (error instanceof Unreachable) offline.value = true
    else if (error instanceof Problem && error.signedOut) expire()
    else if (error instanceof Problem && error.status === 422) await set(waiting.value.map((one) => (batch.includes(one) ? { ...one, refused: error.detail ?? error.title } : one)))
    else offline.value = true
  }
}

/** Keeps an attempt on the phone and sends it when there is a line. */
async function record(task: Task, means: Means, outcome: Outcome, more: { note?: string; callAgainAt?: string; movedTo?: MovedTo } = {}): Promise<string> {
  const { session } = useSession()
  const key = newUuid()
  await restore()
  await set([...waiting.value, {
    key, task: task.id, post: session.value!.post!.id, doneAt: new Date().toISOString(), means, outcome, ...more, login: session.value!.account.login, name: task.name,
  }])
  later(SECOND_THOUGHTS)
  return key
}

/** Takes an attempt back: while it waits on the phone, or at the server. @returns whether it could be taken back */
async function takeBack(key: string, task: string): Promise<boolean> {
  await going
  if (waiting.value.some((one) => one.key === key)) {
    await set(waiting.value.filter((one) => one.key !== key))
    return true
  }
  try {
    await api.undo(task, key)
    sent.value++
    return true
  } catch {
    return false
  }
}

/**
 * The day's lists; without a line those last seen on this phone. What waits goes first: an attempt whose answer was lost would be counted twice, by
 * the server and here.
 */
async function refresh(): Promise<void> {
  const { session } = useSession()
  const login = session.value?.account.login
  const post = session.value?.post?.id
  if (login === undefined || post === undefined) return
  await restore()
  try {
    if (sendable(waiting.value, login).length > 0) {
      await send()
      if (offline.value) throw new Unreachable('nothing got through just now')
    }
    today.value = await api.today()
    offline.value = false
    asOf.value = new Date().toISOString()
    await keepList(login, post, today.value)
    void takeForms(login, today.value)
  } catch (error) {
    if (!(error instanceof Unreachable)) throw error
    offline.value = true
    await lookAround(login)
    const kept = today.value ? undefined : await keptList(login, post)
    if (kept) asOf.value = kept.at
    today.value ??= kept?.value
    if (today.value === undefined) throw error
  }
}

/** Forgets the lists and forms taken along, not what waits: that belongs to who did it and is sent when he or she signs in again. */
async function forget(): Promise<void> {
  await forgetDays()
  useDone().forget()
  today.value = undefined
}

/** Whether there is a line again is looked at by itself, less and less often, and at once when the phone says so or somebody asks. */
const SOONEST = 4_000
const LATEST = 30_000
let pause = SOONEST
let looking: ReturnType<typeof setTimeout> | undefined

/** @returns whether there is a line */
async function lookForLine(): Promise<boolean> {
  clearTimeout(looking)
  await refresh().catch(() => undefined)
  if (offline.value) {
    looking = setTimeout(() => void lookForLine(), pause)
    pause = Math.min(LATEST, pause * 1.5)
  }
  return !offline.value
}

watch(offline, (gone) => {
  clearTimeout(looking)
  pause = SOONEST
  if (gone) looking = setTimeout(() => void lookForLine(), pause)
  else void send()
})

function wake(): void {
  pause = SOONEST
  if (offline.value) void lookForLine()
  else void send()
}

window.addEventListener('online', wake)
// Nothing is on its way then, whatever was asked last.
window.addEventListener('offline', () => {
  offline.value = true
})
document.addEventListener('visibilitychange', () => {
  if (document.visibilityState === 'visible') wake()
})

export function useQueue() {
  const { session } = useSession()
  return {
    waiting, sending, offline, today, asOf, sent,
    mine: computed(() => waiting.value.filter((one) => one.login === session.value?.account.login)),
    others: computed(() => waiting.value.filter((one) => one.login !== session.value?.account.login)),
    send, record, takeBack, refresh, forget, restore, lookForLine,
    dismiss: (key: string) => set(waiting.value.filter((one) => one.key !== key)),
  }
}
