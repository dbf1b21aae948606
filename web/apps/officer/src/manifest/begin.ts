import type { Localised } from './types'

/** What is there before anybody has named it. The title is the one that the check of the server asks to be changed. */
const NAMES = {
  title: { zh: '未命名的应用', en: 'Untitled application' },
  page: { zh: '新的一页', en: 'New page' },
  question: { zh: '新问题', en: 'New question' },
  option: { zh: '选项一', en: 'Option one' },
  nameColumn: { zh: '姓名', en: 'Name' },
  column: { zh: '新的一列', en: 'New column' },
} as const

/**
 * In the language of the officer only: nothing stands in the other box that would be published unseen. What is named in English only, the
 * check asks for in Chinese.
 */
export function unnamed(what: keyof typeof NAMES, lang: string): Localised {
  return lang === 'en' ? { zh: '', en: NAMES[what].en } : { zh: NAMES[what].zh }
}
