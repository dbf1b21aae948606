import type { Criterion, Json } from '../manifest/types'
import { saysNothing } from './model'

/** What the describer needs to know of names, in the reader's language. */
export interface Names {
  operand(source: 'element' | 'answer', name: string): string
  value(source: 'element' | 'answer', name: string, value: Json): string
  region(code: string): string
  link(code: string): string
  word(key: string, args?: Record<string, string>): string
}

/** Says a criterion in words, such as "年龄 ≥ 60 且（低保：是 或 独居：是）". */
export function describe(criterion: Criterion | undefined, names: Names): string {
  if (criterion === undefined) return names.word('everybody')
  return say(criterion, names, false)
}

function say(criterion: Criterion, names: Names, nested: boolean): string {
  if ('all' in criterion) return join(criterion.all, 'and', 'everybody', names, nested)
  if ('any' in criterion) return join(criterion.any, 'or', 'nobody', names, nested)
  if ('not' in criterion) return names.word('not', { what: say(criterion.not, names, true) })
  if ('within' in criterion) {
    return names.word('within', { by: names.word(`relation.${criterion.by}`), region: names.region(criterion.within) })
  }
  if ('link' in criterion) {
    const link = names.link(criterion.link)
    return saysNothing(criterion.where)
      ? names.word('hasLink', { link })
      : names.word('link', { link, what: say(criterion.where, names, true) })
  }
  if ('always' in criterion) return names.word(criterion.always ? 'everybody' : 'nobody')
  return 'element' in criterion
    ? sayTest('element', criterion.element, criterion.op, criterion.value, names)
    : sayTest('answer', criterion.answer, criterion.op, criterion.value, names)
}

function join(parts: Criterion[], by: 'and' | 'or', none: string, names: Names, nested: boolean): string {
  if (parts.length === 0) return names.word(none)
  if (parts.length === 1) return say(parts[0]!, names, nested)
  const text = parts.map(part => say(part, names, true)).join(names.word(by))
  return nested ? names.word('brackets', { text }) : text
}

function sayTest(source: 'element' | 'answer', name: string, op: string, value: Json | undefined, names: Names): string {
  const what = names.operand(source, name)
  if (value === undefined) return names.word(`op.${op}`, { what, value: '' })
  if (typeof value === 'boolean' && op === '=') return names.word('op.yesNo', { what, value: names.value(source, name, value) })
  const values = (Array.isArray(value) ? value : [value]).map(v => names.value(source, name, v))
  const one = op === 'in' && values.length === 1
  return names.word(`op.${one ? '=' : op}`, { what, value: values.join(names.word('comma')) })
}
