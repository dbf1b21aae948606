import { describe, expect, it } from 'vitest'
import type { OnceOnly, QuestionNumbers } from '../api/types'
import { sentenceOf } from './figures'

const numbers = (id: string, held: number, unknown: number, also: string[] = [], more: Partial<QuestionNumbers> = {}): QuestionNumbers => ({
  id, label: { zh: id }, held, heldOld: 0, contested: 0, derived: 0, unknown, alsoAskedBy: also.map(title => ({ application: title, title: { zh: title } })), ...more,
})

describe('the sentence above the once-only check', () => {
  it('counts the questions most people are not asked, and their share', () => {
    const onceOnly: OnceOnly = { population: 100, heldShare: 0.5, questions: [numbers('name', 100, 0), numbers('mobile', 80, 20), numbers('dose', 0, 100)] }
    expect(sentenceOf(onceOnly)).toMatchObject({ questions: 3, known: 2, share: 0.9, population: 100, asksToo: 0 })
  })

  it('takes what follows and what is disputed as not asked, but not what is old', () => {
    const onceOnly: OnceOnly = { population: 10, heldShare: 0, questions: [numbers('age', 0, 0, [], { derived: 9, contested: 1 }), numbers('address', 4, 1, [], { heldOld: 5 })] }
    expect(sentenceOf(onceOnly)).toMatchObject({ known: 1, share: 1 })
  })

  it('names other applications once', () => {
    const onceOnly: OnceOnly = { population: 10, heldShare: 0, questions: [numbers('a', 1, 9, ['津贴']), numbers('b', 1, 9, ['津贴', '走访']), numbers('c', 1, 9)] }
    const sentence = sentenceOf(onceOnly)
    expect(sentence.asksToo).toBe(2)
    expect(sentence.others.map(other => other.title.zh)).toEqual(['津贴', '走访'])
  })

  it('says nothing of nobody', () => {
    expect(sentenceOf({ population: 0, heldShare: 0, questions: [numbers('a', 0, 0)] })).toMatchObject({ known: 0, share: 0 })
  })
})
