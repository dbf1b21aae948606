import { onScopeDispose, ref } from 'vue'

/** Seconds until something may be done again. */
export function useCountdown() {
  const left = ref(0)
  let timer: ReturnType<typeof setInterval> | undefined
  const stop = (): void => clearInterval(timer)
  onScopeDispose(stop)
  return {
    left,
    start(seconds: number): void {
      stop()
      const end = Date.now() + seconds * 1000
      left.value = seconds
      timer = setInterval(() => {
        left.value = Math.max(0, Math.ceil((end - Date.now()) / 1000))
        if (left.value === 0) stop()
      }, 500)
    },
  }
}
