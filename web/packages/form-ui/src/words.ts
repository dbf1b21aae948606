import { useWords } from '@hutong/ui'
import { formEn } from './messages/en'
import { formZh } from './messages/zh'

const words = { zh: formZh, en: formEn }

/** The words of the page with those of the form. */
export const useFormWords = () => useWords(words)
