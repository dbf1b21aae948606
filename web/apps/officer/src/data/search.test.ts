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

const more = [
  ...all, element('person.allergy', '药物过敏史', 'Drug allergies', ['过敏史', '药物过敏', '有无过敏史']), element('person.bankHolder', '银行账户户名', 'Account holder'),
  element('household.size', '家庭人数', 'Number of persons in the household'), element('person.livesAlone', '是否独居', 'Lives alone'),
  element('person.dibao', '是否纳入低保', 'Receives the minimum living allowance'), element('person.medicalInsNo', '医疗保险号', 'Medical insurance number'),
  element('person.noPhone', '无手机', 'Has no mobile phone'),
]
const among = (typed: string) => searchElements(more, typed, matching.value).map(each => each.code)

describe('everyday words', () => {
  it.each([
    ['old', 'person.age'], ['老人', 'person.age'], ['年纪', 'person.age'], ['age', 'person.age'], ['alone', 'person.livesAlone'], ['独居', 'person.livesAlone'],
    ['poor', 'person.dibao'], ['低保', 'person.dibao'],
  ])('%s finds %s first', (typed, code) => {
    expect(among(typed)[0]).toBe(code)
  })

  it('has whole words before beginnings, and what stands inside of a word only where there is nothing else', () => {
    expect(among('old')).not.toContain('person.bankHolder')
    expect(among('ccount')).toEqual(['person.bankHolder'])
    expect(among('phone')[0]).toBe('person.mobile')
  })
})

describe('a whole question', () => {
  it.each([
    ['Are you allergic to any medicine?', 'person.allergy'], ['What is your mobile phone number?', 'person.mobile'], ['What is your home address?', 'person.address'],
    ['您对什么药物过敏？', 'person.allergy'], ['您家里有几口人？', 'household.size'], ['Do you live alone?', 'person.livesAlone'],
  ])('%s finds %s first', (typed, code) => {
    expect(among(typed)[0]).toBe(code)
  })

  it('finds nothing that has only little words in common', () => {
    for (const typed of ['Do you have a dog?', 'Which day suits you?', '您养狗吗？', '您平时在哪里买菜？']) expect(among(typed), typed).toEqual([])
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
