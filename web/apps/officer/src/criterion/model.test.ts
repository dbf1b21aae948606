import { describe, expect, it } from 'vitest'
import type { Criterion } from '../manifest/types'
import { answersIn, fromCriterion, group, isComplete, saysNothing, test as line, toCriterion, within } from './model'

const through = (criterion: Criterion) => toCriterion(fromCriterion(criterion))

describe('a criterion that was opened in the builder', () => {
  const unchanged: [string, Criterion][] = [
    ['everybody', { all: [] }],
    ['several tests', { all: [{ element: 'person.age', op: '>=', value: 60 }, { element: 'person.dibao', op: '=', value: true }] }],
    ['any of several', { any: [{ element: 'person.age', op: '<', value: 7 }, { element: 'person.careNeed', op: 'in', value: ['partly', 'unable'] }] }],
    ['groups in groups', { all: [{ element: 'person.age', op: '>=', value: 60 }, { any: [{ element: 'person.livesAlone', op: '=', value: true }, { element: 'person.dibao', op: '=', value: true }] }] }],
    ['a negated test', { all: [{ not: { element: 'person.livesAlone', op: '=', value: false } }] }],
    ['a negated group', { all: [{ not: { any: [{ element: 'person.dibao', op: '=', value: true }] } }, { element: 'person.age', op: 'known' }] }],
    ['a region', { all: [{ within: '320613002000', by: 'registered-in' }] }],
    ['a link', { all: [{ link: 'lives-in', where: { all: [{ element: 'dwelling.kind', op: '=', value: 'self-built' }] } }] }],
    ['only fresh values', { all: [{ element: 'person.mobile', op: 'known', fresh: true }] }],
    ['an earlier answer', { all: [{ answer: 'vaccinated', op: '=', value: true }] }],
    ['zero and false', { all: [{ element: 'person.childrenN', op: '=', value: 0 }, { element: 'person.dibao', op: '=', value: false }] }],
  ]
  it.each(unchanged)('comes back as it was: %s', (_, criterion) => {
    expect(through(criterion)).toEqual(criterion)
  })

  it('gets a list around a single test, which means the same', () => {
    expect(through({ element: 'person.age', op: '>=', value: 60 })).toEqual({ all: [{ element: 'person.age', op: '>=', value: 60 }] })
  })

  it('keeps what the builder has no line for', () => {
    const twice: Criterion = { not: { not: { element: 'person.dibao', op: '=', value: true } } }
    expect(through({ all: [twice] })).toEqual({ all: [twice] })
  })
})

describe('lines that are not complete', () => {
  it('leave nothing behind', () => {
    const root = group('all', [line('element'), line('element', 'person.age', '>='), within(), group('any', [line('element', 'person.age', '<')])])
    expect(toCriterion(root)).toEqual({ all: [] })
    expect(root.items.some(isComplete)).toBe(false)
  })

  it('an "any" without a complete line addresses everybody, not nobody', () => {
    expect(toCriterion(group('any', [line('element', 'person.age', '<')]))).toEqual({ all: [] })
  })

  it('asking whether a value is there needs no value', () => {
    expect(isComplete(line('element', 'person.mobile', 'known'))).toBe(true)
    expect(isComplete(line('element', 'person.careNeed', 'in', []))).toBe(false)
  })
})

describe('what a criterion looks at', () => {
  it('names the questions, however deep', () => {
    expect(answersIn({ all: [{ answer: 'a', op: 'known' }, { not: { any: [{ answer: 'b', op: '=', value: 1 }] } }] })).toEqual(['a', 'b'])
  })

  it('knows when it says nothing', () => {
    expect(saysNothing(undefined)).toBe(true)
    expect(saysNothing({ all: [] })).toBe(true)
    expect(saysNothing({ any: [] })).toBe(false)
    expect(saysNothing({ always: true })).toBe(true)
  })
})
