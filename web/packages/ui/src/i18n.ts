import { computed } from 'vue'
import { createI18n, useI18n } from 'vue-i18n'
import { uiEn } from './messages/en'
import { uiZh } from './messages/zh'

export type Lang = 'zh' | 'en'
export interface Localised {
  zh: string
  en?: string | null
}

const COOKIE = 'hutong_lang'

/** The reader's choice (a cookie, so that the server answers in the same language), else the browser's, else Chinese. */
export function preferredLang(cookie = document.cookie, languages: readonly string[] = navigator.languages ?? []): Lang {
  const chosen = /(?:^|;\s*)hutong_lang=(zh|en)/.exec(cookie)?.[1]
  if (chosen) return chosen as Lang
  const first = languages.find((l) => /^(zh|en)/i.test(l))
  return first?.toLowerCase().startsWith('en') ? 'en' : 'zh'
}

function mark(lang: Lang): void {
  document.documentElement.lang = lang === 'zh' ? 'zh-CN' : 'en'
}

/** vue-i18n with the shared words of `ui` under the app's own. */
export function createHutongI18n<M extends object>(messages: { zh: M; en: M }) {
  const locale = preferredLang()
  mark(locale)
  return createI18n({
    legacy: false,
    locale,
    fallbackLocale: 'zh',
    messages: { zh: { ...uiZh, ...messages.zh }, en: { ...uiEn, ...messages.en } } as unknown as Record<Lang, Record<string, string>>,
  })
}

/** Remembers the language for a year and tells the server by cookie. */
export function rememberLang(lang: Lang): void {
  const secure = location.protocol === 'https:' ? '; Secure' : ''
  document.cookie = `${COOKIE}=${lang}; Path=/; Max-Age=31536000; SameSite=Strict${secure}`
  mark(lang)
}

/** The text in the reader's language; Chinese where there is no English. */
export function say(text: Localised | string | null | undefined, lang: string): string {
  if (text == null) return ''
  if (typeof text === 'string') return text
  return (lang === 'en' && text.en) || text.zh
}

type Words = Record<Lang, object>
const brought = new WeakMap<object, Set<object>>()

/** The words of the page. A package brings its own the first time one of its components asks. */
export function useWords(words?: Words) {
  const { t, te, locale, mergeLocaleMessage } = useI18n({ useScope: 'global' })
  if (words) {
    const known = brought.get(locale) ?? new Set()
    brought.set(locale, known)
    if (!known.has(words)) {
      known.add(words)
      for (const lang of ['zh', 'en'] as const) mergeLocaleMessage(lang, words[lang])
    }
  }
  const lang = computed(() => (locale.value === 'en' ? 'en' : 'zh') as Lang)
  return {
    t,
    te,
    lang,
    say: (text: Localised | string | null | undefined): string => say(text, lang.value),
    setLang(next: Lang): void {
      locale.value = next
      rememberLang(next)
    },
  }
}
