import type { WordSource } from '@hutong/ui'

/** The words of this app, fetched by language. */
export const words: WordSource = {
  zh: () => import('./zh').then(({ zh }) => zh),
  en: () => import('./en').then(({ en }) => en),
}
