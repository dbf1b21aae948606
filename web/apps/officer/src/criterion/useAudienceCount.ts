import { onScopeDispose, readonly, ref, shallowRef, watch } from 'vue'
import { Problem } from '@hutong/api'
import { api } from '../api'
import type { AudienceQuestion } from '../api/types'
import { useSession } from '../session/session'

/** How many people a rule addresses now: asked a moment after the last change, the newest question only. */
export function useAudienceCount(question: () => AudienceQuestion | undefined, wait = 300) {
  const { noticeExpiry } = useSession()
  const count = shallowRef<number>()
  const counting = ref(false)
  const refused = shallowRef<string>()
  const failed = ref(false)
  let timer: ReturnType<typeof setTimeout> | undefined
  let current: AbortController | undefined

  async function ask(asked: AudienceQuestion) {
    const mine = current = new AbortController()
    try {
      const answer = await api.countAudience(asked, mine.signal)
      if (mine !== current) return
      count.value = answer.count
      refused.value = undefined
      failed.value = false
    } catch (error) {
      if (mine !== current) return
      noticeExpiry(error)
      const understood = error instanceof Problem && error.status < 500 && error.status !== 401
      refused.value = understood ? error.errors[0]?.message ?? error.detail ?? error.title : undefined
      failed.value = !understood
    } finally {
      if (mine === current) counting.value = false
    }
  }

  watch(() => JSON.stringify(question()), (text, before) => {
    clearTimeout(timer)
    current?.abort()
    current = undefined
    if (text === undefined) return
    counting.value = true
    timer = setTimeout(() => void ask(JSON.parse(text) as AudienceQuestion), before === undefined ? 0 : wait)
  }, { immediate: true })

  onScopeDispose(() => {
    clearTimeout(timer)
    current?.abort()
    current = undefined
  })

  return { count: readonly(count), counting: readonly(counting), refused: readonly(refused), failed: readonly(failed) }
}
