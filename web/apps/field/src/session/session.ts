import { computed, readonly, shallowRef } from 'vue'
import { Problem } from '@hutong/api'
import { api, type Session } from '../api'

/** Who is signed in on this phone. `undefined` until the server was asked, `null` when nobody is. */
const session = shallowRef<Session | null>()

async function load(): Promise<void> {
  try {
    session.value = await api.session()
  } catch (error) {
    if (!(error instanceof Problem && error.status === 401)) throw error
    session.value = null
  }
}

async function signIn(login: string, password: string): Promise<void> {
  session.value = await api.signIn(login, password)
}

async function choosePost(post: string): Promise<void> {
  session.value = await api.choosePost(post)
}

async function signOut(): Promise<void> {
  await api.signOut()
  session.value = null
}

/** A call was answered "not signed in": what waits to be sent stays on the phone. */
function expire(): void {
  session.value = null
}

export function useSession() {
  return { session: readonly(session) as Readonly<typeof session>, post: computed(() => session.value?.post ?? undefined), load, signIn, choosePost, signOut, expire }
}
