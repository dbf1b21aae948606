import { useWords } from '@hutong/ui'
import { useCatalogue } from '../data/useCatalogue'
import type { Question } from '../manifest/types'
import { useFormat } from '../parts/useFormat'
import type { Operand } from './operators'

/** Elements and questions as something a line of the builder can compare. */
export function useOperands() {
  const { text, unit } = useFormat()
  const { t } = useWords()
  const catalogue = useCatalogue()

  function ofElement(code: string): Operand | undefined {
    const element = catalogue.element(code)
    if (element === undefined) return undefined
    return {
      name: code, label: text(element.name), kind: element.kind, protection: element.protection, codeList: element.codeList, unit: unit(element.unit),
      expires: Boolean(element.validFor),
    }
  }

  function ofQuestion(question: Question): Operand {
    const list = question.codeList ?? (question.element ? catalogue.element(question.element)?.codeList : undefined)
    return {
      name: question.id, label: text(question.label) || question.id, kind: question.kind, codeList: question.options ? undefined : list, unit: unit(question.unit),
      options: question.options?.map(option => ({ code: option.code, label: text(option.label) })), expires: false,
    }
  }

  /** The codes of an operand with their names; fetches the list when it is not here yet. */
  function choicesOf(operand: Operand): { code: string; label: string }[] {
    if (operand.options !== undefined) return operand.options
    if (!operand.codeList) return []
    const list = catalogue.list(operand.codeList)
    if (list === undefined) void catalogue.loadList(operand.codeList).catch(() => undefined)
    return list?.items.map(item => ({ code: item.code, label: item.retired ? t('codeLists.retiredNamed', { name: text(item.name) }) : text(item.name) })) ?? []
  }

  return { ofElement, ofQuestion, choicesOf }
}
