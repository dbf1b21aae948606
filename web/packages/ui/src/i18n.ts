import { computed } from 'vue'
import { createI18n, useI18n } from 'vue-i18n'
import { rememberLang, startLang, type Lang } from './lang'
import { uiEn } from './messages/en'
import { uiZh } from './messages/zh'

export interface Localised {
  zh: string
  en?: string | null
}

/** Where the words of an app or a package are. Only those in the reader's language are fetched. */
export type WordSource = Record<Lang, () => Promise<object>>

declare const __INTLIFY_DROP_MESSAGE_COMPILER__: boolean | undefined

/** What the page speaks: vue-i18n, once it is there, and the words that were brought. */
let page: { i18n: ReturnType<typeof create>; sources: Map<WordSource, Set<Lang>> } | undefined

function create(locale: Lang, messages: Partial<Record<Lang, object>>) {
  return createI18n({
    legacy: false,
    locale,
    fallbackLocale: 'zh',
    messages: messages as unknown as Record<Lang, Record<string, string>>,
    // The build has compiled all messages that have something to fill in (build/messages.mjs); the others are said as they stand.
    ...(typeof __INTLIFY_DROP_MESSAGE_COMPILER__ === 'boolean' && __INTLIFY_DROP_MESSAGE_COMPILER__ && { messageCompiler: (text: unknown) => () => String(text) }),
  })
}

/** vue-i18n in the reader's language, with the shared words of `ui` under those that are at hand already. */
export function createHutongI18n<M extends object>(messages: Partial<Record<Lang, M>> = {}) {
  const i18n = create(startLang(), { zh: { ...uiZh, ...messages.zh }, en: { ...uiEn, ...messages.en } })
  page = { i18n, sources: new Map() }
  return i18n
}

/** The same with words that are fetched first, in the reader's language only. */
export async function startWords(...sources: WordSource[]): Promise<ReturnType<typeof createHutongI18n>> {
  const i18n = createHutongI18n()
  await bringWords(...sources)
  return i18n
}

async function bringIn(lang: Lang, sources: Iterable<WordSource>): Promise<void> {
  const { i18n, sources: known } = page!
  await Promise.all(
    [...sources].map(async (source) => {
      if (known.get(source)?.has(lang)) return
      i18n.global.mergeLocaleMessage(lang, (await source[lang]()) as Record<string, string>)
      known.set(source, new Set([...(known.get(source) ?? []), lang]))
    }),
  )
}

/** Fetches words before something is shown that says them. */
export async function bringWords(...sources: WordSource[]): Promise<void> {
  const { locale } = page!.i18n.global
  let lang: Lang
  do {
    lang = locale.value as Lang
    await bringIn(lang, sources)
  } while (locale.value !== lang)
}

/** The text in the reader's language; Chinese where there is no English. */
export function say(text: Localised | string | null | undefined, lang: string): string {
  if (text == null) return ''
  if (typeof text === 'string') return text
  return (lang === 'en' && text.en) || text.zh
}

/** The unit of a number; the English one may have a form for one and one for many, with a bar between (`year | years`). @param one whether the number is 1 */
export function sayUnit(unit: Localised | string | null | undefined, lang: string, one = false): string {
  const forms = say(unit, lang).split('|')
  return forms[one ? 0 : forms.length - 1]!.trim()
}

/** The words of the page. @param source words that the component says, which have to be there before it is shown */
export function useWords(source?: WordSource) {
  if (source && !page?.sources.has(source)) throw new Error('words are missing: bringWords comes first')
  const { t, te, locale } = useI18n({ useScope: 'global' })
  const lang = computed(() => (locale.value === 'en' ? 'en' : 'zh') as Lang)
  return {
    t,
    te,
    lang,
    say: (text: Localised | string | null | undefined): string => say(text, lang.value),
    unit: (unit: Localised | string | null | undefined, one = false): string => sayUnit(unit, lang.value, one),
    /** Where the words cannot be fetched, without a line, the language stays as it is. */
    async setLang(next: Lang): Promise<void> {
      try {
        await bringIn(next, page!.sources.keys())
      } catch {
        return
      }
      locale.value = next
      rememberLang(next)
    },
  }
}
