import { shallowRef } from 'vue'

/** Whether letters are the pinyin of consecutive characters, in full or by initials, the last one perhaps half typed. */
export type PinyinMatch = (words: string, letters: string) => boolean

const matching = shallowRef<PinyinMatch>()
let asking: Promise<void> | undefined

/** The table of pinyin is large: it is fetched when somebody types letters for the first time. */
export function usePinyin() {
  function load(): void {
    asking ??= import('pinyin-pro').then(({ match }) => {
      matching.value = (words, letters) => match(words, letters, { continuous: true }) !== null
    }, () => { asking = undefined })
  }
  return { matching, load }
}
