import { computed, ref, watch } from 'vue'
import { useRouter } from 'vue-router'
import { Problem, Unreachable } from '@hutong/api'
import type { Task } from '../api'
import { hasForm } from '../offline/day'
import { placeOf, shown } from '../queue/merge'
import { useQueue } from '../queue/useQueue'
import { useSession } from '../session/session'
import { useWork } from '../work/useWork'

/** The day's lists, asked for anew when a page opens and whenever something was sent. */
export function useLists() {
  const router = useRouter()
  const { session, expire } = useSession()
  const { today, waiting, sent, offline, refresh } = useQueue()
  const { filled, open, delivered, restore } = useWork()
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
  /** Whether its form opens without a line. */
  const here = (task: Task) => open.value.has(placeOf(task)) || hasForm(session.value?.account.login ?? '', task)
  return {
    here, offline, lists: computed(() => (today.value ? shown(today.value, waiting.value, filled.value) : undefined)),
    more: computed(() => today.value?.more ?? false), trouble, load,
  }
}
