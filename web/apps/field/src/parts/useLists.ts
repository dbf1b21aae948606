import { computed, ref, watch } from 'vue'
import { useRouter } from 'vue-router'
import { Problem, Unreachable } from '@hutong/api'
import { shown } from '../queue/merge'
import { useQueue } from '../queue/useQueue'
import { useSession } from '../session/session'
import { useWork } from '../work/useWork'

/** The day's lists, asked for anew when a page opens and whenever something was sent. */
export function useLists() {
  const router = useRouter()
  const { session, expire } = useSession()
  const { today, waiting, sent, refresh } = useQueue()
  const { filled, delivered, restore } = useWork()
  const trouble = ref<'' | 'unreachable' | 'failed'>('')

  async function load(): Promise<void> {
    trouble.value = ''
    try {
      await refresh()
    } catch (error) {
      if (error instanceof Problem && error.signedOut) expire()
      else trouble.value = error instanceof Unreachable ? 'unreachable' : 'failed'
    }
  }

  watch([sent, delivered], () => void load())
  watch(session, (now) => {
    if (now === null) void router.replace({ name: 'signIn' })
  })
  void restore()
  void load()
  return { lists: computed(() => (today.value ? shown(today.value, waiting.value, filled.value) : undefined)), more: computed(() => today.value?.more ?? false), trouble, load }
}
