import type { DataElement } from '../api/types'
import { everydayWords } from './everyday'
import type { PinyinMatch } from './pinyin'

/** Whether what was typed may be pinyin; blanks and apostrophes may part the syllables. */
export const isLetters = (typed: string) => /^[a-z][a-z\s']+$/i.test(typed.trim())

const INSIDE_A_WORD = 9

/** Where letters stand in English words, 0 is best: as the whole beginning, a whole word, a beginning, the beginning of a word, inside of one. */
function placeIn(words: string, typed: string): number | undefined {
  let best: number | undefined
  for (let at = words.indexOf(typed); at >= 0; at = words.indexOf(typed, at + 1)) {
    const starts = at === 0 || !/[a-z0-9]/.test(words[at - 1]!)
    const ends = !/[a-z0-9]/.test(words[at + typed.length] ?? ' ')
    const place = !starts ? 4 : ends ? (at === 0 ? 0 : 1) : at === 0 ? 2 : 3
    best = Math.min(best ?? place, place)
  }
  return best
}

/** The parts of a code, by point and capital letter: `person.hukouAddress` is person, hukou, address. */
const partsOf = (code: string) => code.replace(/[A-Z]/g, letter => ` ${letter}`).toLowerCase().split(/[. ]+/)

/** How well an element answers what was typed: 0 is best, undefined is not at all. */
function rankOf(element: DataElement, typed: string, pinyin?: PinyinMatch): number | undefined {
  const zh = element.name.zh, en = (element.name.en ?? '').toLowerCase()
  if (zh === typed || en === typed || element.code.toLowerCase() === typed) return 0
  const place = placeIn(en, typed)
  const everyday = everydayWords(element.code)
  const called = everyday.find(({ word }) => word === typed)
  if (called !== undefined) return called.near === 0 ? 0.5 : 1.5
  if (zh.startsWith(typed) || place === 0) return 1
  if (element.seenAs.some(wording => wording === typed)) return 1
  if (place === 1) return 1.75
  if (zh.includes(typed) || place === 2) return 2
  if (place === 3) return 2.5
  if (everyday.some(({ word, near }) => near === 0 && word.startsWith(typed))) return 2.75
  if (element.seenAs.some(wording => wording.toLowerCase().includes(typed))) return 3
  if (element.code.toLowerCase().startsWith(typed) || partsOf(element.code).some(part => part.startsWith(typed))) return 4
  if (pinyin !== undefined && isLetters(typed)) {
    const letters = typed.replace(/[\s']/g, '')
    if (pinyin(zh, letters)) return zh.length <= letters.length ? 5 : 6
    if (element.seenAs.some(wording => pinyin(wording, letters))) return 7
  }
  return place === 4 || element.code.toLowerCase().includes(typed) ? INSIDE_A_WORD : undefined
}

/** Elements by name, wording on forms, everyday word, code or pinyin, the best first; a whole question that was pasted finds what it asks for. */
export function searchElements(elements: readonly DataElement[], typed: string, pinyin?: PinyinMatch): DataElement[] {
  const wanted = typed.trim().toLowerCase()
  if (wanted === '') return [...elements]
  const hits = elements
    .map(element => ({ element, rank: rankOf(element, wanted, pinyin) }))
    .filter((hit): hit is { element: DataElement; rank: number } => hit.rank !== undefined)
    .sort((a, b) => a.rank - b.rank)
  // "old" stands in "Household" too: that is what was meant only where nothing better is.
  const good = hits.filter(hit => hit.rank < INSIDE_A_WORD)
  const found = (good.length > 0 ? good : hits).map(hit => hit.element)
  if (found.length > 0) return found
  const meant = sameMeaning(elements, typed)
  const others = askedFor(elements, typed)
  return meant === undefined ? others : [meant, ...others.filter(element => element !== meant)]
}

/** What polite questions add around the thing asked for. */
const AROUND = /[\s，。、；：？！?!,.;:（）()「」“”"*_…]|请问|请您|请(?=填|输|写|提供|选)|填写|输入|提供|选择|您的|你的|本人的?|您|你|是多少|是什么|是哪里|在哪里|是哪|多少|什么|的$/g

/** A wording without what is only polite: "您的手机号码是多少？" is 手机号码. */
export const core = (wording: string) => wording.toLowerCase().replace(AROUND, '')

/** English words that ask, and do not say what for. */
const ASKING = new Set(('a an the any some your you yours my our their his her its is are am was were be been do does did have has had having can could will would should may might what which who whom whose '
  + 'when where why how much many to of in on at for from by with and or please tell us me we i it this that there here now currently today give write enter fill number').split(' '))
const LETTERS_ALIKE = 5
const ENDING = 4
/** Of what a wording says, so much has to stand in the question. */
const LEAST_OF_WORDING = 0.6
const LEAST_OF_QUESTION = 0.25
const MOST_NEAR = 8

const single = (word: string) => word.endsWith('ies') ? `${word.slice(0, -3)}y` : word.length > 3 && word.endsWith('s') && !word.endsWith('ss') ? word.slice(0, -1) : word
const wordsOf = (text: string) => (text.toLowerCase().match(/[a-z][a-z'-]*/g) ?? []).map(single).filter(word => !ASKING.has(word))

/** The same word, perhaps with another ending: allergic and allergy. */
function alike(a: string, b: string): boolean {
  if (a === b) return true
  let same = 0
  while (same < a.length && a[same] === b[same]) same++
  return same >= LETTERS_ALIKE && Math.max(a.length, b.length) - same <= ENDING
}

const pairsOf = (text: string) => Array.from({ length: Math.max(0, text.length - 1) }, (_, at) => text.slice(at, at + 2))
/** What the names of the catalogue say around the thing. */
const bare = (wording: string) => core(wording).replace(/^(是否|有无|有没有)|(情况|状况|史|吗|呢)$/g, '')

/** How much of a wording the question says, and how much of the question that is; undefined when too little. */
function near<Part>(wording: Part[], question: Part[], same: (a: Part, b: Part) => boolean): number | undefined {
  if (wording.length === 0 || question.length === 0) return undefined
  const said = wording.filter(part => question.some(other => same(part, other))).length / wording.length
  const answered = question.filter(part => wording.some(other => same(part, other))).length / question.length
  return said >= LEAST_OF_WORDING && answered >= LEAST_OF_QUESTION ? said + answered : undefined
}

/** Elements by the words of a whole question in either language, the nearest first, a person's own before others. */
export function askedFor(elements: readonly DataElement[], question: string): DataElement[] {
  const chinese = pairsOf(bare(question.replace(/[a-z]+/gi, ''))), english = wordsOf(question)
  const equal = (a: string, b: string) => a === b
  return elements.map(element => {
    const everyday = everydayWords(element.code).filter(({ near }) => near === 0).map(({ word }) => word)
    const scores = [
      ...[element.name.zh, ...element.seenAs, ...everyday].map(wording => near(pairsOf(bare(wording)), chinese, equal)),
      ...[element.name.en ?? '', ...everyday].map(wording => near(wordsOf(wording), english, alike)),
    ].filter(score => score !== undefined)
    return { element, score: Math.max(0, ...scores) + (resourceOf(element.code) === 'person' ? 0.01 : 0) }
  }).filter(({ score }) => score > 0.5).sort((a, b) => b.score - a.score).slice(0, MOST_NEAR).map(({ element }) => element)
}

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
