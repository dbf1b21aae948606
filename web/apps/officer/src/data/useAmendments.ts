import { useWords } from '@hutong/ui'
import type { AmendmentDifference } from '../api/types'
import { periodOf } from './period'

/** A change in words: which property, and what it was and is. */
export interface AmendmentLine {
  what: string
  from?: string
  to?: string
}

export function useAmendments() {
  const { t } = useWords()

  function period(value: string): string {
    const found = periodOf(value)
    return found === undefined ? value : t(`data.${found.unit}`, { n: found.n }, found.n)
  }

  function value(difference: AmendmentDifference, said: string | null | undefined): string | undefined {
    switch (difference.property) {
      case 'protection': return said ? t(`protection.${said}`) : undefined
      case 'firstRank': return said ? t(`source.${said}`) : undefined
      case 'validFor': return said ? period(said) : t('data.always')
      default: return said ?? undefined
    }
  }

  function line(difference: AmendmentDifference): AmendmentLine {
    const { property, code, from, to } = difference
    if (property === 'retired') return { what: t(to === 'true' ? 'amend.retired' : 'amend.revived') }
    if (property === 'item.retired') return { what: t(to === 'true' ? 'amend.codeRetired' : 'amend.codeRevived', { code }) }
    if (property === 'made') return { what: t('amend.made') }
    if (property === 'seenAs') return from ? { what: t('amend.wordingGone'), from } : { what: t('amend.wordingNew'), to: to ?? undefined }
    const what = code ? t(`amend.property.${property}`, { code }) : t(`amend.property.${property}`)
    return { what, from: value(difference, from), to: value(difference, to) }
  }

  return { line }
}
