import type { WordSource } from '@hutong/ui'

/** The words of the form; an app brings them before it shows anything of this package. */
export const formWords: WordSource = {
  zh: () => import('./zh').then(({ formZh }) => formZh),
  en: () => import('./en').then(({ formEn }) => formEn),
}
