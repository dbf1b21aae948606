import { columnsOf } from './columns'
import { useForm, type FormContext } from '../context'
import { useDisplay } from '../display'
import { useFormWords } from '../words'
import type { Question } from '@hutong/api'
import type { RowView } from '@hutong/form-engine'

/** What a row is called and what it says, on one line. */
export function useRowWords(form: FormContext = useForm()) {
  const { t } = useFormWords()
  const display = useDisplay(form)

  const cell = (row: RowView, column: Question): string => {
    const view = row.cells[column.id]
    return view?.relevant ? display.value.value(column, view.value ?? (typeof view.typed === 'object' ? undefined : view.typed)) : ''
  }
  const naming = (table: Question): Question | undefined => table.columns?.find(({ kind }) => kind === 'text')

  const words = {
    cell,
    /** Its number, and its name where it has one: `第 2 项 王小明`; a person is called by name alone. */
    title(table: Question, row: RowView, number: number): string {
      const person = row.held ? form.person(table.id, row.id)?.name : undefined
      if (person) return person
      const column = naming(table)
      const name = column && cell(row, column)
      if (table.rowsOf) return name || t('form.rows.person', { n: number })
      return name ? t('form.rows.named', { n: number, name }) : t('form.rows.item', { n: number })
    },
    /** Everything else that it says. */
    summary(table: Question, row: RowView): string {
      const name = naming(table)
      const said = columnsOf(table).filter((column) => column !== name).flatMap((column) => cell(row, column) || [])
      return (row.held ? [t('form.rows.onFile'), form.person(table.id, row.id)?.relation ?? '', ...said].filter(Boolean) : said).join(' · ')
    },
    /** A line for each row. */
    lines: (table: Question, rows: readonly RowView[]): string =>
      rows.map((row, at) => [words.title(table, row, at + 1), words.summary(table, row)].filter(Boolean).join(' · ')).join('\n'),
  }
  return words
}
