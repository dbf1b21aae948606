import type { IconName } from '@hutong/ui'
import { isLetters } from '../data/search'
import type { PinyinMatch } from '../data/pinyin'

/** What the search over everything finds. */
export type FoundKind = 'command' | 'application' | 'person' | 'element'

/** One thing to go to or to do; `words` are all the words by which it is found, the one that is shown first. */
export interface Found {
  id: string
  kind: FoundKind
  icon: IconName
  name: string
  words: string[]
  note?: string
  /** The box stays open. */
  stays?: boolean
  run: () => unknown
}

/** How well something answers what was typed: 0 begins with it, 1 has it inside, 2 by pinyin; undefined is not at all. */
export function rank(words: readonly string[], typed: string, pinyin?: PinyinMatch): number | undefined {
  const wanted = typed.trim().toLowerCase()
  if (wanted === '') return 0
  const lower = words.map(each => each.toLowerCase())
  if (lower.some(each => each.startsWith(wanted))) return 0
  if (lower.some(each => each.includes(wanted))) return 1
  if (pinyin !== undefined && isLetters(wanted)) {
    const letters = wanted.replace(/[\s']/g, '')
    if (words.some(each => /\p{Script=Han}/u.test(each) && pinyin(each, letters))) return 2
  }
  return undefined
}

/** Those that answer, the best first, otherwise in the order given. */
export function best(all: readonly Found[], typed: string, most: number, pinyin?: PinyinMatch): Found[] {
  return all.map(found => ({ found, rank: rank(found.words, typed, pinyin) }))
    .filter((hit): hit is { found: Found; rank: number } => hit.rank !== undefined)
    .sort((a, b) => a.rank - b.rank).slice(0, most).map(hit => hit.found)
}

/** Whether people are worth looking for: one family name in Chinese would find half the town. */
export const asksForPeople = (typed: string) => typed.trim().length >= 2
