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

  async function load(): Promise<void> {
    loading.value = true
    trouble.value = undefined
    try {
      if (!session.known) await session.load()
      data.value = await fetch()
    } catch (error) {
      if (error instanceof Problem && error.signedOut) {
        session.expire()
        await router.replace({ name: 'signIn', query: { next: router.currentRoute.value.fullPath } })
      } else if (error instanceof Unreachable) trouble.value = 'unreachable'
      else trouble.value = error instanceof Problem && error.status === 404 ? 'notFound' : 'failed'
    } finally {
      loading.value = false
    }
  }

  void load()
  return { data, trouble, loading, load }
}
