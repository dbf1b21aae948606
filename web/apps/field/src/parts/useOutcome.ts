import { computed, shallowRef } from 'vue'
import type { Means, MovedTo, Outcome, Task } from '../api'
import { useDone, type Done } from '../queue/done'
import { useQueue } from '../queue/useQueue'
import { useSession } from '../session/session'

/** The key of the last thing recorded, which is offered to be taken back at once. */
const lastKey = shallowRef('')

/** Records what an attempt came to, of one task or of all behind a door at once, and takes it back. */
export function useOutcome() {
  const { record, takeBack, refresh } = useQueue()
  const { session } = useSession()
  const { done, of, add, remove, failed } = useDone()
  const login = (): string => session.value?.account.login ?? ''
  return {
    done,
    last: computed(() => done.value.find(({ attempts }) => attempts.some(({ key }) => key === lastKey.value))),
    restore: () => of(login()),
    async record(tasks: Task | readonly Task[], means: Means, outcome: Outcome, more: { note?: string; callAgainAt?: string; movedTo?: MovedTo } = {}, where?: string): Promise<void> {
      const attempts: Done['attempts'] = []
      for (const task of Array.isArray(tasks) ? tasks as readonly Task[] : [tasks as Task]) attempts.push({ key: await record(task, means, outcome, more), task: task.id, name: task.name })
      await add(login(), { attempts, means, outcome, at: new Date().toISOString(), ...(where ? { where } : {}) })
      lastKey.value = attempts[0]!.key
    },
    async undo(one: Done): Promise<void> {
      const back = new Set<string>()
      for (const { key, task } of one.attempts) if (await takeBack(key, task)) back.add(key)
      await remove(login(), back)
      if (back.size < one.attempts.length) {
        const left = done.value.find(({ attempts }) => attempts.some(({ key }) => one.attempts.some((other) => other.key === key)))
        if (left) await failed(login(), left)
        lastKey.value = left?.attempts[0]?.key ?? ''
      }
      await refresh().catch(() => undefined)
    },
  }
}
