import { describe as suite, expect, it } from 'vitest'
import { zh } from '../i18n/zh'
import { describe, type Names } from './words'

const lookup = (key: string): string => key.split('.').reduce<unknown>((node, step) => (node as Record<string, unknown>)[step], zh.word) as string
const names: Names = {
  operand: (_, name) => ({ 'person.age': '年龄', 'person.dibao': '低保', 'person.livesAlone': '独居', 'vaccinated': '接种过吗' })[name] ?? name,
  value: (_source, _name, value) => value === true ? '是' : value === false ? '否' : String(value),
  region: () => '和平桥街道',
  link: () => '监护人',
  word: (key, args = {}) => Object.entries(args).reduce((text, [name, value]) => text.replace(`{${name}}`, value), lookup(key)),
}

suite('a criterion in words', () => {
  it('says a range', () => {
    expect(describe({ element: 'person.age', op: '>=', value: 60 }, names)).toBe('年龄 ≥ 60')
  })

  it('joins, and puts brackets where they matter', () => {
    expect(describe({
      all: [{ element: 'person.age', op: '>=', value: 60 }, { any: [{ element: 'person.dibao', op: '=', value: true }, { element: 'person.livesAlone', op: '=', value: true }] }],
    }, names)).toBe('年龄 ≥ 60，且（低保：是，或独居：是）')
  })

  it('says everybody and nobody', () => {
    expect(describe({ all: [] }, names)).toBe('所有人')
    expect(describe({ any: [] }, names)).toBe('没有人')
    expect(describe(undefined, names)).toBe('所有人')
  })

  it('says regions, links, presence and lists', () => {
    expect(describe({ within: '320613002000', by: 'registered-in' }, names)).toBe('户籍在和平桥街道')
    expect(describe({ link: 'guardian', where: { element: 'person.age', op: '<', value: 50 } }, names)).toBe('监护人满足（年龄 < 50）')
    expect(describe({ link: 'guardian', where: { all: [] } }, names)).toBe('有监护人')
    expect(describe({ element: 'person.age', op: 'unknown' }, names)).toBe('年龄没有数据')
    expect(describe({ element: 'person.age', op: 'in', value: [1, 2] }, names)).toBe('年龄是1、2之一')
    expect(describe({ element: 'person.age', op: 'in', value: [1] }, names)).toBe('年龄是1')
  })
})
