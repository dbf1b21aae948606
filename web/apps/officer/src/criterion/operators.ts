import type { Json, Operator } from '../manifest/types'

/** What a line of the builder compares: a data element or an earlier question of the same form. */
export interface Operand {
  name: string
  label: string
  kind: string
  protection?: string
  codeList?: string | null
  options?: { code: string; label: string }[]
  /** In the reader's language. */
  unit?: string
  /** Whether its values grow old, so that only fresh ones can be asked for. */
  expires?: boolean
}

/** How the value of a line is typed or chosen. */
export type Entry = 'none' | 'number' | 'date' | 'text' | 'yesNo' | 'code' | 'codes' | 'region'

const ORDERED: Operator[] = ['>=', '<=', '>', '<', '=', '!=']
const PRESENCE: Operator[] = ['known', 'unknown']

/** The operators that make sense for a kind of value; encrypted elements can only be compared for equality. */
export function operatorsFor(operand: Pick<Operand, 'kind' | 'protection'>): Operator[] {
  if (operand.protection === 'encrypted') return ['=', ...PRESENCE]
  switch (operand.kind) {
    case 'integer': case 'decimal': case 'date': case 'partialDate': case 'dateTime':
      return [...ORDERED, ...PRESENCE]
    case 'yesNo': return ['=', ...PRESENCE]
    case 'region': return PRESENCE
    case 'code': return ['in', '=', '!=', ...PRESENCE]
    case 'codes': return ['contains', ...PRESENCE]
    case 'text': return ['=', '!=', 'contains', ...PRESENCE]
    case 'idNumber': case 'uscc': case 'phone': case 'email': return ['=', ...PRESENCE]
    default: return PRESENCE
  }
}

export function entryFor(kind: string, op: string): Entry {
  if (op === 'known' || op === 'unknown') return 'none'
  switch (kind) {
    case 'integer': case 'decimal': return 'number'
    case 'date': case 'partialDate': case 'dateTime': return 'date'
    case 'yesNo': return 'yesNo'
    case 'code': return op === 'in' ? 'codes' : 'code'
    case 'codes': return 'code'
    default: return 'text'
  }
}

/** Keeps a value when the operator changes and it still fits, as one code when several become one. */
export function carryValue(kind: string, from: string, to: string, value: Json | undefined): Json | undefined {
  const before = entryFor(kind, from), after = entryFor(kind, to)
  if (before === after) return value
  if (before === 'code' && after === 'codes') return typeof value === 'string' && value !== '' ? [value] : undefined
  if (before === 'codes' && after === 'code') return Array.isArray(value) ? value[0] : undefined
  return undefined
}

/** A typed value as the manifest holds it: whole numbers as numbers, decimals as text, so that no digit is lost. */
export function parseEntry(kind: string, typed: string): Json | undefined {
  const text = typed.trim()
  if (text === '') return undefined
  if (kind === 'integer') return /^-?\d{1,15}$/.test(text) ? Number(text) : undefined
  if (kind === 'decimal') return /^-?\d{1,15}(\.\d{1,6})?$/.test(text) ? text : undefined
  return text
}
