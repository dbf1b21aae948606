import { ref, shallowRef } from 'vue'
import { useRouter } from 'vue-router'
import { Problem, Unreachable } from '@hutong/api'
import { useSession } from '../session/session'

export type Trouble = 'unreachable' | 'failed' | 'notFound'

/** Fetches what a page shows; sends to the sign-in when the session is over, and names the trouble otherwise. */
export function useLoad<T>(fetch: () => Promise<T>) {
  const data = shallowRef<T>()
  const trouble = ref<Trouble>()
  const loading = ref(false)
  const session = useSession()
  const router = useRouter()

  let latest = 0

  async function load(): Promise<void> {
    const mine = ++latest
    loading.value = true
    trouble.value = undefined
    try {
      if (!session.known) await session.load()
      const found = await fetch()
      // What was asked for before the page turned to somebody else comes too late.
      if (mine === latest) data.value = found
    } catch (error) {
      if (mine !== latest) return
      if (error instanceof Problem && error.signedOut) {
        session.expire()
        await router.replace({ name: 'signIn', query: { next: router.currentRoute.value.fullPath } })
      } else if (error instanceof Unreachable) trouble.value = 'unreachable'
      else trouble.value = error instanceof Problem && error.status === 404 ? 'notFound' : 'failed'
    } finally {
      if (mine === latest) loading.value = false
    }
  }

  void load()
  return { data, trouble, loading, load }
}
