import type { DataElement } from '../api/types'
import type { PinyinMatch } from './pinyin'

/** Whether what was typed may be pinyin; blanks and apostrophes may part the syllables. */
export const isLetters = (typed: string) => /^[a-z][a-z\s']+$/i.test(typed.trim())

/** How well an element answers what was typed: 0 is best, undefined is not at all. */
function rankOf(element: DataElement, typed: string, pinyin?: PinyinMatch): number | undefined {
  const zh = element.name.zh, en = (element.name.en ?? '').toLowerCase()
  if (zh === typed || element.code.toLowerCase() === typed) return 0
  if (zh.startsWith(typed) || en.startsWith(typed)) return 1
  if (element.seenAs.some(wording => wording === typed)) return 1
  if (zh.includes(typed) || en.includes(typed)) return 2
  if (element.seenAs.some(wording => wording.toLowerCase().includes(typed))) return 3
  if (element.code.toLowerCase().includes(typed)) return 4
  if (pinyin !== undefined && isLetters(typed)) {
    const letters = typed.replace(/[\s']/g, '')
    if (pinyin(zh, letters)) return zh.length <= letters.length ? 5 : 6
    if (element.seenAs.some(wording => pinyin(wording, letters))) return 7
  }
  return undefined
}

/** Elements by name, wording on forms, code or pinyin, the best first; a whole question that was pasted finds what it means. */
export function searchElements(elements: readonly DataElement[], typed: string, pinyin?: PinyinMatch): DataElement[] {
  const wanted = typed.trim().toLowerCase()
  if (wanted === '') return [...elements]
  const found = elements
    .map(element => ({ element, rank: rankOf(element, wanted, pinyin) }))
    .filter((hit): hit is { element: DataElement; rank: number } => hit.rank !== undefined)
    .sort((a, b) => a.rank - b.rank)
    .map(hit => hit.element)
  if (found.length > 0) return found
  const meant = sameMeaning(elements, typed)
  return meant === undefined ? [] : [meant]
}

/** What polite questions add around the thing asked for. */
const AROUND = /[\s，。、；：？！?!,.;:（）()「」“”"*_…]|请问|请您|请(?=填|输|写|提供|选)|填写|输入|提供|选择|您的|你的|本人的?|您|你|是多少|是什么|是哪里|在哪里|是哪|多少|什么|的$/g

/** A wording without what is only polite: "您的手机号码是多少？" is 手机号码. */
export const core = (wording: string) => wording.toLowerCase().replace(AROUND, '')

/**
 * The element that a question's wording means: its name or a wording seen on forms, or one of them that makes up most of what is asked.
 * Of several the person's own comes first; undefined when no wording comes near.
 */
export function sameMeaning(elements: readonly DataElement[], wording: string): DataElement | undefined {
  const asked = core(wording)
  if (asked.length < 2) return undefined
  let best: { element: DataElement; share: number } | undefined
  for (const element of elements) {
    for (const known of [element.name.zh, ...element.seenAs]) {
      const name = core(known)
      if (name.length < 2 || !asked.includes(name)) continue
      const own = resourceOf(element.code) === 'person' ? 0.01 : 0
      const share = name.length / asked.length + own + (known === element.name.zh ? 0.005 : 0)
      if (share >= 0.66 && (best === undefined || share > best.share)) best = { element, share }
    }
  }
  return best?.element
}

/** The resource an element belongs to: the part of its code before the point. */
export const resourceOf = (code: string) => code.split('.')[0] ?? code
