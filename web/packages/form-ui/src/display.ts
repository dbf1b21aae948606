import { computed } from 'vue'
import { useFormat } from '@hutong/ui'
import { optionsOf, useForm, type FormContext } from './context'
import { useFormWords } from './words'
import type { Json, Question, QuestionState } from '@hutong/api'

/** Values as people read them. */
export function useDisplay(form: FormContext = useForm()) {
  const { t, te, say, unit } = useFormWords()
  const format = useFormat()

  function value(question: Question, given: Json | undefined): string {
    if (given === undefined || given === null) return ''
    switch (question.kind) {
      case 'yesNo':
        return t(given === true ? 'form.yes' : 'form.no')
      case 'code':
        return say(optionsOf(question, form.codeLists()).find((o) => o.code === given)?.label) || String(given)
      case 'codes':
        return (given as string[]).map((code) => say(optionsOf(question, form.codeLists()).find((o) => o.code === code)?.label) || code).join(t('form.comma'))
      case 'date':
      case 'partialDate':
        return /^\d{4}/.test(String(given)) ? format.value.partialDay(String(given)) : String(given)
      case 'dateTime':
        return Number.isNaN(Date.parse(String(given))) ? String(given) : format.value.moment(String(given))
      case 'region':
        return say(form.regionNames[String(given)]) || t('form.regionCode', { code: String(given) })
      case 'file':
        return t(`form.file.is.${question.accept ?? 'document'}`)
      case 'table':
        return rows(question, given as { cells: Record<string, Json> }[])
      case 'place':
        return Array.isArray(given) ? t('form.placeIs', { lon: String(given[0]), lat: String(given[1]) }) : ''
      default:
        return question.unit ? `${String(given)} ${unit(question.unit, Number(given) === 1)}` : String(given)
    }
  }

  /** A line for each row: its answered cells in the order of the columns. */
  function rows(table: Question, given: { cells: Record<string, Json> }[]): string {
    return given.map(({ cells }) => (table.columns ?? []).flatMap((column) => value(column, cells[column.id]) || []).join(' · ')).join('\n')
  }

  /** Where a value is from and since when: quiet, one line. */
  function origin(state: QuestionState): string {
    if (state.state === 'derived') return t('form.known.derived')
    const parts: string[] = []
    const source = state.source?.toLowerCase()
    if (source) parts.push(te(`form.source.${source}`) ? t(`form.source.${source}`) : state.source!)
    if (state.statedAt) parts.push(format.value.month(state.statedAt))
    return parts.join(' · ')
  }

  return computed(() => ({
    value,
    origin,
    held: (question: Question, state: QuestionState): string => (question.kind === 'file' ? '' : state.display) || value(question, state.value) || (state.display ?? ''),
  }))
}
