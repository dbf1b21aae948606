import { describe, expect, it } from 'vitest'
import { fitsGrid, typedDay } from './kinds'
import type { Question } from '@hutong/api'

describe('days typed into a cell', () => {
  it.each([
    ['2016', '2016'],
    ['2016-3', '2016-03'],
    ['2016.3.5', '2016-03-05'],
    ['2016/03/05', '2016-03-05'],
    ['2016年3月5日', '2016-03-05'],
    ['20160305', '2016-03-05'],
    ['201603', '2016-03'],
  ])('%s is %s', (typed, day) => expect(typedDay(typed)).toBe(day))

  it.each(['16-3-5', '2016-', '明天', '2016-03-05-01'])('%s stays as typed, so that nothing is lost', (typed) => expect(typedDay(typed)).toBe(typed))
})

describe('a grid', () => {
  const column = (kind: Question['kind'], more: Partial<Question> = {}): Question => ({ id: 'c', kind, label: { zh: '列' }, required: true, ...more })
  const table = (...columns: Question[]): Question => ({ ...column('table'), columns })

  it('is for cells of one line', () => {
    expect(fitsGrid(table(column('text'), column('yesNo'), column('partialDate')))).toBe(true)
    expect(fitsGrid(table(column('text'), column('place')))).toBe(false)
    expect(fitsGrid(table(column('text', { maxLength: 500 })))).toBe(false)
    expect(fitsGrid(table(...Array.from({ length: 10 }, () => column('text'))))).toBe(false)
  })
})
