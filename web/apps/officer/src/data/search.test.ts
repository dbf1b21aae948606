import { beforeAll, describe, expect, it, vi } from 'vitest'
import type { DataElement } from '../api/types'
import { usePinyin } from './pinyin'
import { core, sameMeaning, searchElements } from './search'

const element = (code: string, zh: string, en: string, seenAs: string[] = []): DataElement => ({
  code, name: { zh, en }, kind: 'text', protection: 'open', firstRank: 'resident', derivedFrom: [], standard: '', builtIn: true, retired: false, version: 1, seenAs,
})
const all = [
  element('person.address', '家庭住址', 'Home address', ['住址', '现住址']), element('person.age', '年龄', 'Age'), element('person.mobile', '手机号码', 'Mobile phone', ['联系电话', '本人电话']),
  element('person.hukouAddress', '户籍地址', 'Registered address'), element('dwelling.address', '房屋地址', 'Address of the dwelling'),
]
const { matching, load } = usePinyin()
const found = (typed: string) => searchElements(all, typed, matching.value).map(each => each.code)

beforeAll(async () => {
  load()
  await vi.waitFor(() => expect(matching.value).toBeDefined())
})

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

  it('finds by code and by pinyin, in full, by initials, and while it is typed', () => {
    expect(found('person.age')).toEqual(['person.age'])
    expect(found('nl')).toContain('person.age')
    for (const typed of ['sjh', 'shoujihao', 'shouji haoma', 'shoujiha', 'lxdh', "lianxi'dianhua"]) expect(found(typed), typed).toEqual(['person.mobile'])
  })

  it('finds all for nothing, and nothing for nonsense', () => {
    expect(found(' ')).toHaveLength(all.length)
    expect(found('宠物')).toEqual([])
  })
})

describe('a wording that means a known element', () => {
  it.each([['您的手机号码是多少？', '手机号码'], ['请填写本人的年龄', '年龄'], ['现住址：', '现住址']])('%s asks for %s', (wording, what) => {
    expect(core(wording)).toBe(what)
  })

  it('is the element itself, by name or as seen on forms, also when pasted into the search', () => {
    expect(sameMeaning(all, '您的手机号码是多少？')?.code).toBe('person.mobile')
    expect(sameMeaning(all, '请问您的联系电话？')?.code).toBe('person.mobile')
    expect(found('您的手机号码是多少？')).toEqual(['person.mobile'])
  })

  it('is nothing when only a part of it is known', () => {
    expect(sameMeaning(all, '您希望社区几点打您的手机号码')).toBeUndefined()
    expect(sameMeaning(all, '您养狗吗？')).toBeUndefined()
    expect(sameMeaning(all, '')).toBeUndefined()
  })
})
