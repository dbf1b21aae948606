export type Lang = 'zh' | 'en'

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

/** Finds the reader's language and says it to the page, and so to every request. */
export function startLang(): Lang {
  const lang = preferredLang()
  mark(lang)
  return lang
}

/** Remembers the language for a year and tells the server by cookie. */
export function rememberLang(lang: Lang): void {
  const secure = location.protocol === 'https:' ? '; Secure' : ''
  document.cookie = `${COOKIE}=${lang}; Path=/; Max-Age=31536000; SameSite=Strict${secure}`
  mark(lang)
}
