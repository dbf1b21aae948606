import { computed, shallowRef, watch } from 'vue'
import { newUuid, Problem, Unreachable, type Receipt } from '@hutong/api'
import { api } from '../api'
import { draftOver } from '../offline/limits'
import { placeOf } from '../queue/merge'
import { drop, get, names, put } from '../queue/shelf'
import { useDone } from '../queue/done'
import { useQueue } from '../queue/useQueue'
import { useSession } from '../session/session'
import { dropPhoto, keptPhoto } from './photos'
import { nameOf, unsent, waits, withoutGone, withServerIds, type Refusal, type Work } from './work'

/** Forms that are begun or wait to be sent: one state for the whole app, sealed on the phone. */

const EVERY = 20_000

const works = shallowRef<Work[]>([])
/** The form that the server has taken last. */
const delivered = shallowRef<{ name: string; receipt: Receipt }>()
const sending = new Set<string>()
let restored: Promise<void> | undefined
let timer: ReturnType<typeof setTimeout> | undefined

/** What became of sending; everything but a receipt leaves the form as it is. */
export type Outcome = { kind: 'receipt'; receipt: Receipt } | { kind: 'waits' } | { kind: 'refused'; problem: Problem }

function restore(): Promise<void> {
  restored ??= (async () => {
    for (const name of await names('work|')) {
      const work = await get<Work>(name)
      if (!work) continue
      if (!work.submitted && draftOver(work.at, Date.now())) await forget(work)
      else works.value = [...works.value, work]
    }
  })()
  return restored
}

const replace = (work: Work): void => {
  works.value = [...works.value.filter((one) => nameOf(one) !== nameOf(work)), work]
}

/** @returns whether it outlives the page */
async function keep(work: Work): Promise<boolean> {
  replace(work)
  return put(nameOf(work), work)
}

/** Removes a form with its photos. */
async function forget(work: Work): Promise<void> {
  works.value = works.value.filter((one) => nameOf(one) !== nameOf(work))
  await drop(nameOf(work))
  for (const id of Object.keys(work.photos)) await dropPhoto(work.login, id)
}

const find = (work: Pick<Work, 'login' | 'application' | 'form' | 'person'>): Work | undefined => works.value.find((one) => nameOf(one) === nameOf(work))

const refusalOf = ({ status, code, title, detail, errors }: Problem): Refusal => ({ status, code, title, detail, errors: errors.map(({ path, code: fault, message }) => ({ path, code: fault, message })) })

/** Sends one form with its photos. */
async function deliver(given: Work): Promise<Outcome> {
  const name = nameOf(given)
  if (sending.has(name)) return { kind: 'waits' }
  sending.add(name)
  try {
    return await attempt(given, true)
  } catch (error) {
    if (error instanceof Problem && error.signedOut) useSession().expire()
    else if (error instanceof Problem && error.code === 'already-answered') return await received(given, error.extra.receipt as Receipt)
    else if (error instanceof Problem && error.status < 500 && error.status !== 429) {
      await keep({ ...(find(given) ?? given), refusal: refusalOf(error) })
      return { kind: 'refused', problem: error }
    } else if (error instanceof Unreachable) useQueue().offline.value = true
    else if (!(error instanceof Problem)) throw error
    later()
    return { kind: 'waits' }
  } finally {
    sending.delete(name)
  }
}

async function attempt(given: Work, again: boolean): Promise<Outcome> {
  let work = given
  const { key, body, at } = work.submitted!
  const author = { post: work.post, doneAt: at }
  for (const [id, photo] of unsent(work)) {
    const blob = await keptPhoto(work.login, id)
    if (!blob) continue
    const taken = await upload(work, photo.question, blob, photo.name, author)
    work = { ...work, photos: { ...work.photos, [id]: { ...photo, server: taken } } }
    await keep(work)
  }
  try {
    const receipt = await api.submit(work.application, work.form, work.person, work.means, key, { ...body, answers: withServerIds(body.answers, work.photos) }, author)
    return await received(work, receipt)
  } catch (error) {
    const fresh = again && error instanceof Problem ? withoutGone(work, refusalOf(error)) : undefined
    if (!fresh) throw error
    await keep(fresh)
    return attempt(fresh, false)
  }
}

/** What is wrong with a photo is said at its question. */
async function upload(work: Work, question: string, blob: Blob, name: string, author: { post: string; doneAt: string }): Promise<string> {
  try {
    return (await api.upload(work, question, blob, name, author)).id
  } catch (error) {
    if (!(error instanceof Problem) || error.signedOut || error.status >= 500 || error.status === 429) throw error
    const message = error.errors[0]?.message ?? error.detail ?? error.title
    throw new Problem(error.status, 'invalid-answers', error.title, error.detail, [{ path: question, code: error.code, message }])
  }
}

async function received(work: Work, receipt: Receipt): Promise<Outcome> {
  await forget(work)
  await note(work, receipt.receipt)
  delivered.value = { name: nameOf(work), receipt }
  return { kind: 'receipt', receipt }
}

/** Names it among what was done today. @param receipt once the server has it */
async function note(work: Work, receipt?: string): Promise<void> {
  const { key, at } = work.submitted!
  await useDone().fill(work.login, {
    attempts: [{ key, task: '', name: work.name }], means: work.means === 'in-person' ? 'door' : 'phone', outcome: 'done', at,
    filled: { work: nameOf(work), title: work.title, ...(receipt ? { receipt } : {}) },
  })
}

/** Takes away what was begun or came back. */
async function discard(work: Work): Promise<void> {
  await forget(work)
  await useDone().unfill(work.login, nameOf(work))
}

/** Sends a form that was just filled in; what does not get through waits on the phone. The same content keeps its key. */
async function submit(work: Work, body: NonNullable<Work['submitted']>['body']): Promise<Outcome> {
  const same = work.submitted && JSON.stringify(work.submitted.body) === JSON.stringify(body)
  const next: Work = { ...work, refusal: undefined, submitted: same ? work.submitted : { key: newUuid(), body, at: new Date().toISOString() } }
  await keep(next)
  const outcome = await deliver(next)
  if (outcome.kind === 'waits') await note(next)
  return outcome
}

function later(): void {
  clearTimeout(timer)
  timer = setTimeout(() => void sendAll(), EVERY)
}

/** Sends what waits, for its own account only. */
async function sendAll(): Promise<void> {
  const { session } = useSession()
  await restore()
  const login = session.value?.account.login
  for (const work of works.value.filter((one) => one.login === login && waits(one))) {
    if ((await deliver(work)).kind === 'waits') return
  }
}

watch(useQueue().offline, (gone) => {
  if (!gone) void sendAll()
})
window.addEventListener('online', () => void sendAll())
document.addEventListener('visibilitychange', () => {
  if (document.visibilityState === 'visible') void sendAll()
})

export function useWork() {
  const { session } = useSession()
  const mine = computed(() => works.value.filter(({ login }) => login === session.value?.account.login))
  return {
    works, mine, delivered, restore, keep, forget, discard, find, submit, sendAll,
    begun: computed(() => mine.value.filter((work) => !work.submitted)),
    waiting: computed(() => mine.value.filter(waits)),
    refused: computed(() => mine.value.filter(({ refusal }) => refusal !== undefined)),
    othersWaiting: computed(() => works.value.filter((work) => work.login !== session.value?.account.login && work.submitted !== undefined)),
    /** Which forms wait to be sent. */
    filled: computed(() => new Set(mine.value.filter(waits).map(placeOf))),
    /** Which forms are begun or came back. */
    open: computed(() => new Set(mine.value.filter((work) => !waits(work)).map(placeOf))),
    /** At signing out what was only begun goes, also from the phone. */
    forgetBegun: async (login: string): Promise<void> => {
      for (const work of works.value.filter((one) => one.login === login && !one.submitted)) await forget(work)
    },
  }
}
