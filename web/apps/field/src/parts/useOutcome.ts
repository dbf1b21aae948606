import { shallowRef } from 'vue'
import type { Means, MovedTo, Outcome, Task } from '../api'
import { useQueue } from '../queue/useQueue'

/** The last thing recorded, which can be taken back. */
export interface Last {
  key: string
  task: Task
  outcome: Outcome
  failed: boolean
}

const last = shallowRef<Last>()

/** Records what an attempt came to, and takes it back. */
export function useOutcome() {
  const { record, takeBack, refresh } = useQueue()
  return {
    last,
    async record(task: Task, means: Means, outcome: Outcome, more: { note?: string; callAgainAt?: string; movedTo?: MovedTo } = {}): Promise<void> {
      last.value = { key: await record(task, means, outcome, more), task, outcome, failed: false }
    },
    async undo(): Promise<void> {
      const before = last.value
      if (!before) return
      if (await takeBack(before.key, before.task.id)) {
        last.value = undefined
        await refresh().catch(() => undefined)
      } else last.value = { ...before, failed: true }
    },
  }
}
