import { nextTick } from 'vue'

/**
 * Once something was recorded its button is gone, and with it the focus: who works by keyboard or screen reader goes on at the heading of whoever
 * comes next, without anybody left at that of the page. Whoever has moved on meanwhile is left there.
 *
 * @param next finds that heading in the page as it is now
 */
export async function goOnAt(next: () => HTMLElement | null | undefined): Promise<void> {
  await nextTick()
  if (document.activeElement !== null && document.activeElement !== document.body) return
  const heading = next() ?? document.querySelector<HTMLElement>('main h1')
  heading?.focus()
}
