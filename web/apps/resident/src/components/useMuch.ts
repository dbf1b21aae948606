import { useWords } from '@hutong/ui'

/** How much is asked, in words: a range where answers may lead to more questions. */
export function useMuch() {
  const { t } = useWords()
  return {
    /** @param most the questions asked for sure and all that answers may bring */
    questions: (n: number, most: number): string => (most > n ? t('home.questionsTo', { n, most }) : t('home.questions', { n }, n)),
    waiting: (n: number, most: number): string => (most > n ? t('home.waitingTo', { n, most }) : t('home.waiting', { n }, n)),
    minutes: (minutes: number, most: number): string => (most > minutes ? t('home.minutesTo', { minutes, most }) : t('home.minutes', { minutes })),
  }
}
