import { ref } from 'vue'

/** What a screen reader is told next. */
export const announcement = ref('')

/** Says something to screen readers without moving the focus; the same words twice are said twice. */
export function announce(text: string): void {
  announcement.value = announcement.value === text ? `${text}\u00a0` : text
}
