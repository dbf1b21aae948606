import { describe, expect, it } from 'vitest'
import type { DataElement } from '../api/types'
import { initials, searchElements } from './search'

const element = (code: string, zh: string, en: string, seenAs: string[] = []): DataElement => ({
  code, name: { zh, en }, kind: 'text', protection: 'open', firstRank: 'resident', derivedFrom: [], standard: '', seenAs,
})
const all = [
  element('person.address', '家庭住址', 'Home address', ['住址', '现住址']), element('person.age', '年龄', 'Age'), element('person.mobile', '联系电话', 'Mobile phone', ['本人电话']),
  element('person.hukouAddress', '户籍地址', 'Registered address'), element('dwelling.address', '房屋地址', 'Address of the dwelling'),
]
const found = (typed: string) => searchElements(all, typed).map(each => each.code)

describe('searching data elements', () => {
  it('finds by name, best first', () => {
    expect(found('年龄')).toEqual(['person.age'])
    expect(found('地址')).toEqual(['person.hukouAddress', 'dwelling.address'])
    expect(found('address')[0]).toBe('dwelling.address')
  })

  it('finds by the wording on a form', () => {
    expect(found('现住址')).toEqual(['person.address'])
    expect(found('本人电话')).toEqual(['person.mobile'])
  })

  it('finds by code and by pinyin initials', () => {
    expect(found('person.age')).toEqual(['person.age'])
    expect(found('nl')).toContain('person.age')
    expect(found('lxdh')).toEqual(['person.mobile'])
  })

  it('finds all for nothing, and nothing for nonsense', () => {
    expect(found(' ')).toHaveLength(all.length)
    expect(found('宠物')).toEqual([])
  })
})

describe('pinyin initials', () => {
  it.each([['年龄', 'nl'], ['身份证号', 'sfzh'], ['户口性质', 'hkxz'], ['QQ号', 'qqh']])('%s', (words, letters) => {
    expect(initials(words)).toBe(letters)
  })
})
