import { onScopeDispose, readonly, ref, shallowRef, watch, type Ref } from 'vue'
import { useSession } from '../session/session'

/**
 * Something a page shows, fetched again when what it depends on changes or a session was renewed. What was shown stays until the
 * new answer is there; an answer that was overtaken is dropped.
 */
export function useLoad<T>(fetch: (signal: AbortSignal) => Promise<T>, on: () => unknown = () => undefined) {
  const { noticeExpiry, renewals } = useSession()
  const data = shallowRef<T>()
  const problem = shallowRef<unknown>()
  const loading = ref(false)
  let current: AbortController | undefined

  async function reload(): Promise<void> {
    current?.abort()
    const mine = current = new AbortController()
    loading.value = true
    try {
      const answer = await fetch(mine.signal)
      if (mine !== current) return
      data.value = answer
      problem.value = undefined
    } catch (error) {
      if (mine !== current || mine.signal.aborted) return
      problem.value = error
      noticeExpiry(error)
    } finally {
      if (mine === current) loading.value = false
    }
  }

  watch([on, renewals], () => void reload(), { immediate: true })
  onScopeDispose(() => current?.abort())
  return { data: data as Readonly<Ref<T | undefined>>, problem: problem as Readonly<Ref<unknown>>, loading: readonly(loading), reload }
}
