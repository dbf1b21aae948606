import type { Question, QuestionKind } from '@hutong/api'

/** The kinds whose control fits into a cell. */
const COMPACT = new Set<QuestionKind>(['text', 'integer', 'decimal', 'yesNo', 'code', 'date', 'partialDate', 'phone', 'email', 'idNumber', 'uscc'])
const MOST_COLUMNS = 9

/** Whether a table can be shown as a grid where there is room. */
export const fitsGrid = ({ columns = [], rowsOf }: Question): boolean =>
  !rowsOf &&
  columns.length <= MOST_COLUMNS && columns.every(({ kind, maxLength }) => COMPACT.has(kind) && (maxLength ?? 100) < 200)

/** Days as people type them into a cell, `2016.3.5` or `20160305`, brought to `2016-03-05`; anything else stays as typed. */
export function typedDay(text: string): string {
  const parts = /^(\d{4})(?:\s*[-./年]\s*(\d{1,2}))?(?:\s*[-./月]\s*(\d{1,2}))?\s*[日月年]?$/.exec(text.trim()) ?? /^(\d{4})(\d{2})(\d{2})?$/.exec(text.trim())
  return parts ? parts.slice(1).flatMap((part, i) => (part === undefined ? [] : part.padStart(i === 0 ? 4 : 2, '0'))).join('-') : text
}
