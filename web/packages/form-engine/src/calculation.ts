import { ageOn, readDays, type DayNumber, type Days } from './days.ts'
import { addDecimals, compareDecimals } from './decimal.ts'
import type { QuestionView, RowView } from './definition.ts'
import type { Value, ValueKind } from './value.ts'

export type CalculationOp = 'sum' | 'difference' | 'min' | 'max' | 'count' | 'yearsBetween'

const GONE = new Set(['moved', 'left', 'died'])

/** How an answer follows from others: one operation and what it takes, a question, `table.column`, or `today`. */
export type Calculation = { [op in CalculationOp]?: string | string[] }

export interface CompiledCalculation {
  readonly op: CalculationOp
  readonly operands: readonly { readonly question: string; readonly column?: string }[]
}

export function compileCalculation(calculation: Calculation): CompiledCalculation {
  const [op, of] = Object.entries(calculation)[0] as [CalculationOp, string | string[]]
  return {
    op,
    operands: (Array.isArray(of) ? of : [of]).map((name) => {
      const dot = name.indexOf('.')
      return dot < 0 ? { question: name } : { question: name.slice(0, dot), column: name.slice(dot + 1) }
    }),
  }
}

/** The questions and tables that it takes. */
export function asksOf({ op, operands }: CompiledCalculation): string[] {
  return operands.map(({ question }) => question).filter((id) => op !== 'yearsBetween' || id !== 'today')
}

/**
 * Calculates with what is shown, and not at all as long as something shown is not answered.
 *
 * @param view questions, and columns of the same row, evaluated before; tables with their rows
 * @return undefined when something is open, when there is nothing to take, or when the result is no value of the kind
 */
export function calculate(calculation: CompiledCalculation, kind: ValueKind, view: (id: string) => QuestionView | undefined, today: DayNumber): Value | undefined {
  const { op, operands } = calculation
  if (op === 'yearsBetween') {
    const [from, to] = operands.map(({ question }) => (question === 'today' ? { first: today, last: today } : daysOf(view(question))))
    return from && to ? years(from, to) : undefined
  }
  const groups: Value[][] = []
  for (const { question, column } of operands) {
    const of = view(question)
    const group = op === 'count' ? counted(of, column) : column === undefined ? taken(of) : cells(of, column)
    if (!group) {
      return undefined
    }
    groups.push(group)
  }
  const numbers = groups.flat().map(String)
  switch (op) {
    case 'count':
      return numbers.length
    case 'sum':
      return result(kind, addDecimals(numbers, []))
    case 'difference':
      return groups[0]!.length === 0 ? undefined : result(kind, addDecimals(groups[0]!.map(String), groups.slice(1).flat().map(String)))
    case 'min':
      return numbers.length === 0 ? undefined : result(kind, numbers.reduce((a, b) => (compareDecimals(b, a) < 0 ? b : a)))
    case 'max':
      return numbers.length === 0 ? undefined : result(kind, numbers.reduce((a, b) => (compareDecimals(b, a) > 0 ? b : a)))
  }
}

/** What a question or a cell gives: nothing when hidden, undefined when shown and not answered. */
function taken(view: QuestionView | undefined): Value[] | undefined {
  return view?.value !== undefined ? [view.value] : view?.relevant ? undefined : []
}

function cells(table: QuestionView | undefined, column: string): Value[] | undefined {
  if (table?.relevant && table.value === undefined) {
    return undefined
  }
  const all: Value[] = []
  for (const row of there(table)) {
    const given = taken(row.cells[column])
    if (!given) {
      return undefined
    }
    all.push(...given)
  }
  return all
}

/** Rows without those about somebody who is said to be gone. */
function there(table: QuestionView | undefined): readonly RowView[] {
  return (table?.rows ?? []).filter(({ held, cells }) => !held || !GONE.has(String(cells.still?.value)))
}

function counted(table: QuestionView | undefined, column: string | undefined): Value[] | undefined {
  if (table?.relevant && table.value === undefined) {
    return undefined
  }
  const rows = there(table)
  return (column === undefined ? rows : rows.filter(({ cells }) => cells[column]?.value !== undefined && cells[column].value !== false)).map(({ id }) => id)
}

function result(kind: ValueKind, number: string): Value | undefined {
  if (kind === 'integer') {
    return Number.isSafeInteger(Number(number)) ? Number(number) : undefined
  }
  return number.replace(/^-|\..*$/g, '').length > 15 ? undefined : number
}

function daysOf(view: QuestionView | undefined): Days | undefined {
  const days = typeof view?.value === 'string' ? readDays(view.value) : 'shape'
  return typeof days === 'string' ? undefined : days
}

function years(from: Days, to: Days): number | undefined {
  const least = ageOn(to.first, from.last)
  const most = ageOn(to.last, from.first)
  return least === most ? least : undefined
}
