import type { Ref } from 'vue'
import type { FormContext } from '../context'
import { useFaultText } from '../faultText'
import { useFormWords } from '../words'
import { columnsOf } from './columns'
import { useRowWords } from './useRowWords'
import type { Filling, Item } from '../filling'

/** What is wrong in the rows of a table, each with the place of its cell: `question/row/column`. */
export function useRowErrors(filling: Filling, tried: Ref<ReadonlySet<string>>, form: FormContext) {
  const { t, say } = useFormWords()
  const { atQuestion } = useFaultText()
  const words = useRowWords(form)

  return ({ question, rows }: Item): { id: string; text: string }[] => {
    const refused = Object.keys(filling.said.value).length > 0
    return (rows ?? []).flatMap((row, at) => {
      const judged = tried.value.has(`${question.id}/${row.id}`)
      if (!judged && !refused) return []
      return columnsOf(question).flatMap((column) => {
        const id = `${question.id}/${row.id}/${column.id}`
        const fault = judged ? row.cells[column.id]?.faults[0] : undefined
        const text = filling.said.value[id] ?? (fault && atQuestion(column, fault))
        return text ? [{ id, text: t('form.fault.of', { label: t('form.rows.cell', { row: words.title(question, row, at + 1), column: say(column.label) }), text }) }] : []
      })
    })
  }
}
