import type { DataElement } from '../api/types'

/** The first character of each pinyin initial in the order of the pinyin collation; i, u and v begin no syllable. */
const LETTERS = 'abcdefghjklmnopqrstwxyz'
const FIRSTS = '阿八嚓哒妸发旮哈讥咔垃妈拏噢妑七呥扨它穵夕丫帀'

let collator: Intl.Collator | undefined
const compare = (a: string, b: string) => (collator ??= new Intl.Collator('zh-u-co-pinyin')).compare(a, b)

/** The pinyin initials of Chinese words, as officers type them: 年龄 is nl. Other letters and digits stay. */
export function initials(words: string): string {
  return [...words].map(character => {
    if (/[a-z0-9]/i.test(character)) return character.toLowerCase()
    if (!/\p{Script=Han}/u.test(character)) return ''
    let letter = ''
    for (let i = 0; i < FIRSTS.length; i++) if (compare(character, FIRSTS[i]!) >= 0) letter = LETTERS[i]!
    return letter
  }).join('')
}

/** How well an element answers what was typed: 0 is best, undefined is not at all. */
function rankOf(element: DataElement, typed: string): number | undefined {
  const zh = element.name.zh, en = (element.name.en ?? '').toLowerCase()
  if (zh === typed || element.code.toLowerCase() === typed) return 0
  if (zh.startsWith(typed) || en.startsWith(typed)) return 1
  if (element.seenAs.some(wording => wording === typed)) return 1
  if (zh.includes(typed) || en.includes(typed)) return 2
  if (element.seenAs.some(wording => wording.toLowerCase().includes(typed))) return 3
  if (element.code.toLowerCase().includes(typed)) return 4
  if (/^[a-z]{2,}$/.test(typed)) {
    const letters = initials(zh)
    if (letters.startsWith(typed)) return 5
    if (element.seenAs.some(wording => initials(wording).startsWith(typed)) || letters.includes(typed)) return 6
  }
  return undefined
}

/** Elements by name, wording on forms, code or pinyin initials, the best first. */
export function searchElements(elements: readonly DataElement[], typed: string): DataElement[] {
  const wanted = typed.trim().toLowerCase()
  if (wanted === '') return [...elements]
  return elements
    .map(element => ({ element, rank: rankOf(element, wanted) }))
    .filter((hit): hit is { element: DataElement; rank: number } => hit.rank !== undefined)
    .sort((a, b) => a.rank - b.rank)
    .map(hit => hit.element)
}

/** The resource an element belongs to: the part of its code before the point. */
export const resourceOf = (code: string) => code.split('.')[0] ?? code
