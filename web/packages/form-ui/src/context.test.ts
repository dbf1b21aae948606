import { describe, expect, it } from 'vitest'
import type { CodeList, Question } from '@hutong/api'
import { offeredOf, optionsOf } from './context'

const question = { id: 'q', kind: 'code', codeList: 'water', label: { zh: '用水' } } as unknown as Question
const lists = { water: { code: 'water', name: { zh: '用水' }, items: [{ code: '1', name: { zh: '自来水' }, retired: true }, { code: '2', name: { zh: '井水' } }] } } as unknown as Record<string, CodeList>
const codes = (options: { code: string }[]) => options.map((option) => option.code)

describe('a retired code', () => {
  it('is not offered', () => {
    expect(codes(offeredOf(question, lists, undefined))).toEqual(['2'])
    expect(codes(offeredOf(question, lists, '2'))).toEqual(['2'])
  })

  it('stays where it is the answer, of one or of several', () => {
    expect(codes(offeredOf(question, lists, '1'))).toEqual(['1', '2'])
    expect(codes(offeredOf(question, lists, ['2', '1']))).toEqual(['1', '2'])
  })

  it('is still known by name', () => {
    expect(optionsOf(question, lists).map((option) => option.label.zh)).toEqual(['自来水', '井水'])
  })
})
