import { shallowRef } from 'vue'
import type { Means, MovedTo, Outcome, Task } from '../api'
import { useQueue } from '../queue/useQueue'

/** The last thing recorded, which can be taken back: of one task, or of all behind a door at once. */
export interface Last {
  attempts: { key: string; task: Task }[]
  outcome: Outcome
  failed: boolean
}

const last = shallowRef<Last>()

/** Records what an attempt came to, and takes it back. */
export function useOutcome() {
  const { record, takeBack, refresh } = useQueue()
  return {
    last,
    async record(tasks: Task | readonly Task[], means: Means, outcome: Outcome, more: { note?: string; callAgainAt?: string; movedTo?: MovedTo } = {}): Promise<void> {
      const attempts: Last['attempts'] = []
      for (const task of Array.isArray(tasks) ? tasks as readonly Task[] : [tasks as Task]) attempts.push({ key: await record(task, means, outcome, more), task })
      last.value = { attempts, outcome, failed: false }
    },
    async undo(): Promise<void> {
      const before = last.value
      if (!before) return
      const left: Last['attempts'] = []
      for (const attempt of before.attempts) if (!(await takeBack(attempt.key, attempt.task.id))) left.push(attempt)
      last.value = left.length === 0 ? undefined : { ...before, attempts: left, failed: true }
      await refresh().catch(() => undefined)
    },
  }
}
