import { describe, expect, it } from 'vitest'
import type { OnceOnly, QuestionNumbers } from '../api/types'
import { askedToo, effortOf, titlesOf } from './figures'

const asked = (id: string, also: string[] = []): QuestionNumbers => ({
  form: 'ask', id, label: { zh: id, en: '' }, everyTime: false, held: 1, heldOld: 0, contested: 0, derived: 0, unknown: 9,
  alsoAskedBy: also.map(title => ({ application: title, title: { zh: title, en: '' } })),
})
const check = (questions: QuestionNumbers[]): OnceOnly => ({ withoutPhone: 0, population: 10, looked: 10, questions, heldQuestions: 0, heldFor: 0, heldShare: 0.1 })

describe('what other applications ask too', () => {
  it('counts questions, and names each application once', () => {
    const too = askedToo(check([asked('a', ['津贴']), asked('b', ['津贴', '走访']), asked('c')]))
    expect(too.questions).toBe(2)
    expect(too.others.map(other => other.title.zh)).toEqual(['津贴', '走访'])
  })

  it('is nothing when nobody else asks', () => {
    expect(askedToo(check([asked('a')]))).toEqual({ questions: 0, others: [] })
  })
})

describe('applications of one title', () => {
  it('are named once, with how many there are', () => {
    const others = [...asked('a', ['x', 'y']).alsoAskedBy, ...asked('b', ['x']).alsoAskedBy]
    expect(titlesOf(others, title => title.zh)).toEqual([{ title: 'x', times: 2 }, { title: 'y', times: 1 }])
  })
})

describe('what it costs its people', () => {
  const numbers = (held: number, heldOld: number, contested: number, unknown: number): QuestionNumbers => ({ ...asked('q'), held, heldOld, contested, unknown })

  it('is the questions put to one of them on average: what is old counts, what is contested does not', () => {
    expect(effortOf({ ...check([numbers(6, 1, 1, 2), numbers(0, 0, 0, 10)]), heldQuestions: 1 })).toEqual({ people: 10, asked: 1.3, known: 1 })
  })

  it('is nothing only when nobody is asked anything', () => {
    expect(effortOf({ ...check([numbers(10, 0, 0, 0)]), heldQuestions: 1 })).toEqual({ people: 10, asked: 0, known: 1 })
    expect(effortOf({ ...check([numbers(999, 0, 0, 1)]), population: 1000 }).asked).toBe(0.1)
  })
})
