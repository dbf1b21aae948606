import { computed, readonly, ref, shallowRef } from 'vue'
import { api } from '../api'
import { Problem, saidAtFields } from '@hutong/api'
import type { PasswordRefusal } from '@hutong/ui'
import type { Session } from '../api/types'

/** Who is signed in, with which post. One state for the whole app, since every page shows it. */

const session = shallowRef<Session | null>()
const expired = ref(false)
const renewals = ref(0)
const switchedAt = ref('')

let asking: Promise<void> | undefined
/** The one-time password with which somebody has just signed in, until a new one is chosen: in this page's memory only. */
let justTyped: string | undefined

/** Asks the server once who is signed in; later calls wait for the same answer. */
function load(): Promise<void> {
  asking ??= api.session().then(
    found => { session.value = found },
    (error: unknown) => {
      if (error instanceof Problem && error.status === 401) session.value = null
      else {
        asking = undefined
        throw error
      }
    })
  return asking
}

async function signIn(login: string, password: string): Promise<Session> {
  const before = session.value
  let found = await api.signIn(login, password)
  justTyped = found.passwordDue ? password : undefined
  const again = found.post ? undefined : found.posts.find(post => post.id === before?.post?.id)
  if (again !== undefined && before?.account.login === login) found = await api.choosePost(again.id)
  session.value = found
  asking = Promise.resolve()
  expired.value = false
  renewals.value++
  return found
}

async function choosePost(post: string): Promise<Session> {
  session.value = await api.choosePost(post)
  return session.value
}

/** To another post without leaving the page at `path`; a page that the other post may not see says so. */
async function switchPost(post: string, path: string): Promise<void> {
  await choosePost(post)
  switchedAt.value = path
}

/** @returns why it was not taken */
async function changePassword(current: string, next: string): Promise<PasswordRefusal | undefined> {
  try {
    session.value = await api.changePassword(current, next)
    justTyped = undefined
    return undefined
  } catch (error) {
    return saidAtFields(error)
  }
}

async function signOut(): Promise<void> {
  try {
    await api.signOut()
  } catch (error) {
    if (!(error instanceof Problem && error.status === 401)) throw error
  }
  session.value = null
}

/** Any call that is answered "not signed in" while a page is open: the page stays, and asks to sign in on top of it. */
function noticeExpiry(error: unknown): void {
  if (error instanceof Problem && error.status === 401 && session.value) expired.value = true
}

const holds = (...roles: string[]) => session.value?.post?.roles.some(role => roles.includes(role)) ?? false

export function useSession() {
  return {
    session: readonly(session) as Readonly<typeof session>,
    post: computed(() => session.value?.post ?? undefined),
    /** May set up and publish applications. */
    mayWrite: computed(() => holds('OFFICER')),
    /** May see residents and how far applications are. */
    seesPeople: computed(() => holds('OFFICER', 'WORKER')),
    /** Keeps accounts and posts. */
    administers: computed(() => holds('ADMINISTRATOR')),
    /** Keeps the catalogue of data elements. */
    keepsCatalogue: computed(() => holds('STEWARD')),
    /** Reads the journal of accounts and posts. */
    audits: computed(() => holds('ADMINISTRATOR', 'AUDITOR')),
    /** May see applications and the catalogue. */
    seesCatalogue: computed(() => holds('OFFICER', 'WORKER', 'STEWARD')),
    expired: readonly(expired),
    renewals: readonly(renewals),
    /** The page on which the post was switched last. */
    switchedAt: readonly(switchedAt),
    oneTimePassword: () => justTyped,
    load, signIn, signOut, choosePost, switchPost, changePassword, noticeExpiry,
  }
}
