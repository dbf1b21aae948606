import { useWords } from '@hutong/ui'
import { formWords } from './messages/source'

/** The words of the page with those of the form. */
export const useFormWords = () => useWords(formWords)
