import { describe, expect, it } from 'vitest'
import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { findOptions, onlyOption } from './search'

function list(name: string, column = 1): { code: string; name: string }[] {
  const file = resolve(import.meta.dirname, '../../../../../server/src/main/resources/catalogue/codelists', `${name}.tsv`)
  return readFileSync(file, 'utf8').trim().split('\n').slice(1).map((line) => line.split('\t')).map((cells) => ({ code: cells[0]!, name: cells[column]! }))
}

const best = (name: string, typed: string, column = 1): string | undefined => findOptions(list(name, column), typed)[0]?.name

describe('a code list is searched as people speak', () => {
  it.each([
    ['gbt2261_4_employment', '退休', '退（离）休人员'],
    ['gbt2261_4_employment', '公司', '职员'],
    ['gbt2261_4_employment', '打工', '工人'],
    ['gbt2261_4_employment', '老师', '专业技术人员'],
    ['gbt2261_4_employment', '没工作', '无业人员'],
    ['sz_residence_reason', '上班', '务工'],
    ['sz_residence_reason', '打工', '务工'],
    ['sz_residence_reason', '结婚', '投靠亲友'],
    ['sz_residence_reason', '租房', '其他'],
    ['gbt4658_education', '本科', '大学本科毕业'],
    ['gbt4658_education', '高中', '普通高中毕业'],
    ['gbt4761_family_relation', '老婆', '妻'],
    ['gbt4761_family_relation', '儿子', '子'],
    ['gbt4761_family_relation', '妈妈', '母亲'],
    ['gbt4761_family_relation', '爷爷', '祖父'],
    ['gbt4761_family_relation', '室友', '非亲属'],
    ['gbt4761_family_relation', '外孙', '外孙子'],
    ['gbt3304_ethnic', '汉', '汉族'],
    ['gbt2261_2_marital', '单身', '未婚'],
  ])('%s: %s is found as %s', (name, typed, wanted) => {
    expect(best(name, typed)).toBe(wanted)
  })

  it.each([
    ['gbt2261_4_employment', 'retired', 'Retired'],
    ['sz_residence_reason', 'job', 'Wage work'],
    ['gbt4761_family_relation', 'mum', 'Mother'],
  ])('in English too: %s: %s is %s', (name, typed, wanted) => {
    expect(best(name, typed, 2)).toBe(wanted)
  })

  it('puts the very words before their beginning, and finds by the code', () => {
    const found = findOptions(list('gbt4761_family_relation'), '孙子').map(({ name }) => name)
    expect(found[0]).toBe('孙子')
    expect(findOptions(list('gbt4761_family_relation'), '40')[0]!.name).toContain('外孙女')
  })

  it('takes letters scattered over a name only when nothing better is there', () => {
    expect(findOptions(list('gbt2261_4_employment'), '企业人员').map(({ name }) => name)).toEqual(['企业管理人员'])
    expect(findOptions(list('gbt2261_4_employment'), '宇航员')).toEqual([])
  })

  it('shows everything when nothing or only marks were typed', () => {
    expect(findOptions(list('gbt2261_4_employment'), ' ')).toHaveLength(13)
    expect(findOptions(list('gbt2261_4_employment'), '（')).toHaveLength(13)
  })

  it('knows when only one can be meant', () => {
    expect(onlyOption(list('gbt2261_4_employment'), '退休')?.code).toBe('80')
    expect(onlyOption(list('gbt2261_2_marital'), '婚')).toBeUndefined()
    expect(onlyOption(list('gbt2261_2_marital'), '已婚')?.code).toBe('20')
    expect(onlyOption(list('gbt2261_2_marital'), '')).toBeUndefined()
  })
})
