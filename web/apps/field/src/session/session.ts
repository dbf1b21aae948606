import { computed, readonly, shallowRef } from 'vue'
import { Problem, saidAtFields, Unreachable } from '@hutong/api'
import type { PasswordRefusal } from '@hutong/ui'
import { api, type Session } from '../api'
import { forgetDays, forgetDaysOfOthers } from '../offline/day'
import { untilEndOfTomorrow } from '../offline/limits'
import { drop, get, put } from '../queue/shelf'

const KEPT = 'session'
interface Kept {
  session: Session
  until: number
}

/** Who is signed in on this phone. `undefined` until the server was asked, `null` when nobody is. */
const session = shallowRef<Session | null>()
/** The one-time password with which somebody has just signed in, until a new one is chosen: in this page's memory only. */
let justTyped: string | undefined

/** Who signed in is known on the phone until the end of the next day, so that the app opens without a line. */
async function take(now: Session): Promise<void> {
  await forgetDaysOfOthers(now.account.login)
  await put(KEPT, { session: now, until: untilEndOfTomorrow(Date.now()) } satisfies Kept)
  session.value = now
}

async function load(): Promise<void> {
  try {
    await take(await api.session())
  } catch (error) {
    if (error instanceof Unreachable) {
      const kept = await get<Kept>(KEPT)
      if (!kept || kept.until < Date.now()) throw error
      session.value = kept.session
    } else if (error instanceof Problem && error.status === 401) {
      await drop(KEPT)
      session.value = null
    } else throw error
  }
}

async function signIn(login: string, password: string): Promise<void> {
  const found = await api.signIn(login, password)
  justTyped = found.passwordDue ? password : undefined
  await take(found)
}

/** @returns why it was not taken */
async function changePassword(current: string, next: string): Promise<PasswordRefusal | undefined> {
  try {
    const found = await api.changePassword(current, next)
    justTyped = undefined
    await take(found)
    return undefined
  } catch (error) {
    return saidAtFields(error)
  }
}

async function choosePost(post: string): Promise<void> {
  await take(await api.choosePost(post))
}

async function signOut(): Promise<void> {
  await api.signOut()
  await drop(KEPT)
  await forgetDays()
  session.value = null
}

/** A call was answered "not signed in": what waits to be sent stays on the phone, but it no longer opens without a line. */
function expire(): void {
  void drop(KEPT)
  session.value = null
}

export function useSession() {
  return {
    session: readonly(session) as Readonly<typeof session>,
    /** Of whoever may begin: not before the one-time password is changed. */
    post: computed(() => (session.value?.passwordDue ? undefined : session.value?.post ?? undefined)),
    oneTimePassword: () => justTyped, changePassword, load, signIn, choosePost, signOut, expire,
  }
}
