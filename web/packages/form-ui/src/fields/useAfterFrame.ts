import { onBeforeUnmount } from 'vue'

/** Where no frame is painted, as in a page out of sight. */
const LONGEST = 100

/**
 * Puts off what follows from a stroke until the frame that shows it is painted: rules, sums and drafts of a long form must not hold up the letters.
 *
 * @param tell told once for all strokes of a frame
 */
export function useAfterFrame(tell: () => void) {
  let frame: number | undefined
  let task: ReturnType<typeof setTimeout> | undefined
  let latest: ReturnType<typeof setTimeout> | undefined

  /** Tells at once what was put off: the field is being left, or the form sent. */
  function now(): void {
    if (latest === undefined) return
    cancelAnimationFrame(frame!)
    clearTimeout(task)
    clearTimeout(latest)
    latest = undefined
    tell()
  }

  function soon(): void {
    if (latest !== undefined) return
    latest = setTimeout(now, LONGEST)
    // A task asked for in a frame runs after it is painted.
    frame = requestAnimationFrame(() => (task = setTimeout(now)))
  }

  onBeforeUnmount(now)
  return { soon, now }
}
