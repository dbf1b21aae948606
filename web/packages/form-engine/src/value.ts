import { isDay, readDays } from './days.ts'
import { readDecimal } from './decimal.ts'
import { fault, type Fault } from './fault.ts'
import { readEmail, readIdNumber, readPhone, readUscc, type TextOrFault } from './identity.ts'

export type ValueKind =
  | 'text' | 'integer' | 'decimal' | 'date' | 'partialDate' | 'dateTime' | 'yesNo' | 'code' | 'codes' | 'region' | 'subject' | 'place'
  | 'file' | 'table' | 'idNumber' | 'uscc' | 'phone' | 'email'

export type Json = string | number | boolean | null | Json[] | { [key: string]: Json }

/** A value in its one JSON form, so that two equal values are equal as JSON text. Absence (undefined) is "not answered". */
export type Value = Exclude<Json, null>

export type ValueOrFault = { readonly value: Value } | { readonly fault: Fault }

const MAX_TEXT = 10_000
const MAX_CODES = 200
const MAX_ROWS = 1_000
const UUID = '[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}'
const FILE = new RegExp(`^${UUID}$`)
const SUBJECT = new RegExp(`^[1-9]\\d{5}-${UUID}$`)
/** Control characters other than tab and line ends, and halves of surrogate pairs. */
const NOT_STORABLE = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f]|[\ud800-\udbff](?![\udc00-\udfff])|(?:[^\ud800-\udbff]|^)[\udc00-\udfff]/

/**
 * Reads a value, strictly as spec/values.md says.
 *
 * @param columns the kinds of a table's columns; ignored for every other kind
 */
export function readValue(kind: ValueKind, json: Json | undefined, columns: Record<string, ValueKind> = {}): ValueOrFault {
  switch (kind) {
    case 'text':
      return string(kind, json, MAX_TEXT, (text) => text)
    case 'idNumber':
      return string(kind, json, 300, readIdNumber)
    case 'uscc':
      return string(kind, json, 300, readUscc)
    case 'phone':
      return string(kind, json, 300, readPhone)
    case 'email':
      return string(kind, json, 300, readEmail)
    case 'code':
      return string(kind, json, 100, (code) => (/^ *$/.test(code) ? fault('code-empty') : code))
    case 'decimal':
      return string(kind, json, 40, (text) => readDecimal(text) ?? fault('decimal-shape'))
    case 'date':
      return string(kind, json, 40, (text) => date(text, /^\d{4}-\d\d-\d\d$/))
    case 'partialDate':
      return string(kind, json, 40, (text) => date(text, /^\d{4}/))
    case 'dateTime':
      return string(kind, json, 40, dateTime)
    case 'region':
      return string(kind, json, 40, region)
    case 'subject':
      return string(kind, json, 80, (text) => (SUBJECT.test(text) ? text : fault('subject-shape')))
    case 'file':
      return string(kind, json, 80, (text) => (FILE.test(text) ? text : fault('file-shape')))
    case 'yesNo':
      return typeof json === 'boolean' ? { value: json } : wrongType(kind)
    case 'integer':
      return integer(json)
    case 'codes':
      return codes(json)
    case 'place':
      return place(json)
    case 'table':
      return table(columns, json)
  }
}

/** Whether two values of one kind are the same. */
export function sameValue(a: Value, b: Value): boolean {
  return a === b || (typeof a === 'object' && JSON.stringify(a) === JSON.stringify(b))
}

function string(kind: ValueKind, json: Json | undefined, max: number, read: (text: string) => TextOrFault): ValueOrFault {
  if (typeof json !== 'string') {
    return wrongType(kind)
  }
  if (json.length > max) {
    return { fault: fault('text-length', max) }
  }
  if (NOT_STORABLE.test(json)) {
    return { fault: fault('text-characters') }
  }
  const text = read(json)
  return typeof text === 'string' ? { value: text } : { fault: text }
}

function date(text: string, shape: RegExp): TextOrFault {
  const days = shape.test(text) ? readDays(text) : 'shape'
  return typeof days !== 'string' ? text : fault(days === 'shape' ? 'date-shape' : 'date-day')
}

function dateTime(text: string): TextOrFault {
  const parts = /^(\d{4})-(\d\d)-(\d\d)T(\d\d):(\d\d)(?::(\d\d)(?:\.(\d{1,9}))?)?(?:Z|([+-])(\d\d):(\d\d))$/.exec(text)
  if (!parts) {
    return fault('date-time-shape')
  }
  const [year, month, day, hour, minute, second, offsetHours, offsetMinutes] = [1, 2, 3, 4, 5, 6, 9, 10].map((i) => Number(parts[i] ?? 0)) as
    [number, number, number, number, number, number, number, number]
  const offset = offsetHours * 60 + offsetMinutes
  if (hour > 23 || minute > 59 || second > 59 || offsetMinutes > 59 || offset > 18 * 60 || !isDay(year, month, day)) {
    return fault('date-day')
  }
  const millis = Number((parts[7] ?? '').slice(0, 3).padEnd(3, '0'))
  const utc = new Date(0)
  utc.setUTCFullYear(year, month - 1, day)
  utc.setUTCHours(hour, minute - (parts[8] === '-' ? -offset : offset), second, millis)
  return utc.getUTCFullYear() < 1 || utc.getUTCFullYear() > 9999 ? fault('date-day') : utc.toISOString().replace('.000Z', 'Z')
}

function region(text: string): TextOrFault {
  if (!/^[1-9]\d{11}(?:\d{3})?$/.test(text)) {
    return fault('region-shape')
  }
  return text.length === 15 && text.endsWith('000') ? text.slice(0, 12) : text
}

function integer(json: Json | undefined): ValueOrFault {
  if (typeof json !== 'number') {
    return wrongType('integer')
  }
  if (Number.isFinite(json) && !Number.isInteger(json)) {
    return { fault: fault('integer-fraction') }
  }
  return Math.abs(json) > Number.MAX_SAFE_INTEGER ? { fault: fault('integer-range') } : { value: json === 0 ? 0 : json }
}

function codes(json: Json | undefined): ValueOrFault {
  if (!Array.isArray(json)) {
    return wrongType('codes')
  }
  if (json.length > MAX_CODES) {
    return { fault: fault('codes-many', MAX_CODES) }
  }
  const set = new Set<string>()
  for (const [i, item] of json.entries()) {
    if (typeof item !== 'string') {
      return wrongType('codes')
    }
    if ('fault' in readValue('code', item)) {
      return { fault: fault('codes-item', i + 1) }
    }
    set.add(item)
  }
  return { value: [...set].sort() }
}

function place(json: Json | undefined): ValueOrFault {
  if (!Array.isArray(json) || json.length !== 2 || typeof json[0] !== 'number' || typeof json[1] !== 'number') {
    return wrongType('place')
  }
  const [lon, lat] = json
  return Math.abs(lon) <= 180 && Math.abs(lat) <= 90 ? { value: [lon + 0, lat + 0] } : { fault: fault('place-range') }
}

function table(columns: Record<string, ValueKind>, json: Json | undefined): ValueOrFault {
  const shaped = readRows(json)
  if ('fault' in shaped) {
    return shaped
  }
  const rows: Value[] = []
  for (const [i, row] of shaped.rows.entries()) {
    const cells: Record<string, Value> = {}
    for (const [column, json] of Object.entries(row.cells)) {
      const kind = Object.hasOwn(columns, column) ? columns[column] : undefined
      if (kind === undefined || kind === 'table') {
        return { fault: fault('table-column', i + 1, column) }
      }
      const cell = readValue(kind, json)
      if ('fault' in cell) {
        return { fault: fault('table-cell', i + 1, column, cell.fault.code) }
      }
      cells[column] = cell.value
    }
    rows.push({ id: row.id, cells: Object.fromEntries(Object.entries(cells).sort(([a], [b]) => (a < b ? -1 : 1))) })
  }
  return { value: rows }
}

/** The rows of a table, whatever stands in their cells. */
export function readRows(json: Json | undefined): { readonly rows: readonly { id: string; cells: { [column: string]: Json } }[] } | { readonly fault: Fault } {
  if (!Array.isArray(json)) {
    return { fault: fault('wrong-type', 'table') }
  }
  if (json.length > MAX_ROWS) {
    return { fault: fault('table-rows', MAX_ROWS) }
  }
  const ids = new Set<string>()
  const rows: { id: string; cells: { [column: string]: Json } }[] = []
  for (const [i, row] of json.entries()) {
    if (!isObject(row) || Object.keys(row).length !== 2 || typeof row.id !== 'string' || !/^[A-Za-z0-9_-]{1,64}$/.test(row.id) || !isObject(row.cells)) {
      return { fault: fault('table-row', i + 1) }
    }
    if (ids.has(row.id)) {
      return { fault: fault('table-row-twice', i + 1) }
    }
    ids.add(row.id)
    rows.push({ id: row.id, cells: row.cells })
  }
  return { rows }
}

export function isObject(json: Json | undefined): json is { [key: string]: Json } {
  return typeof json === 'object' && json !== null && !Array.isArray(json)
}

function wrongType(kind: ValueKind): ValueOrFault {
  return { fault: fault('wrong-type', kind) }
}
