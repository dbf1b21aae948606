import { onScopeDispose, readonly, ref, shallowRef, watch, type Ref } from 'vue'
import { Problem } from '@hutong/api'
import { useSession } from '../session/session'

/**
 * Something that is fetched again about every second while the tab is seen. A failed look keeps what was shown, says so, and
 * looks again with growing pauses; what is not there is not asked for again.
 */
export function useLive<T>(fetch: (signal: AbortSignal) => Promise<T>, on: () => unknown, every = 1000) {
  const { noticeExpiry, expired } = useSession()
  const data = shallowRef<T>()
  const problem = shallowRef<unknown>()
  const failures = ref(0)
  let timer: ReturnType<typeof setTimeout> | undefined
  let current: AbortController | undefined

  async function look() {
    clearTimeout(timer)
    if (document.visibilityState === 'hidden' || expired.value) return
    current?.abort()
    const mine = current = new AbortController()
    try {
      const answer = await fetch(mine.signal)
      if (mine !== current) return
      data.value = answer
      problem.value = undefined
      failures.value = 0
    } catch (error) {
      if (mine !== current) return
      problem.value = error
      failures.value++
      noticeExpiry(error)
      if (error instanceof Problem && error.status === 404) return
    }
    timer = setTimeout(() => void look(), Math.min(every * 2 ** Math.min(failures.value, 5), 30_000))
  }

  function seen() {
    if (document.visibilityState === 'visible') void look()
  }

  document.addEventListener('visibilitychange', seen)
  onScopeDispose(() => {
    document.removeEventListener('visibilitychange', seen)
    clearTimeout(timer)
    current?.abort()
    current = undefined
  })
  watch([on, expired], () => void look(), { immediate: true })

  return { data: data as Readonly<Ref<T | undefined>>, problem: problem as Readonly<Ref<unknown>>, failing: readonly(failures), look }
}
