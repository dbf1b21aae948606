import { describe, expect, it } from 'vitest'
import { mergeAnswers, sameTyping } from './merge'

describe('typing in two windows', () => {
  it('is put together when each changed another question', () => {
    expect(mergeAnswers({ a: 1 }, { a: 2 }, { a: 1, b: true })).toEqual({ a: 2, b: true })
  })

  it('keeps what one side took away', () => {
    expect(mergeAnswers({ a: 1, b: 2 }, { a: 1 }, { a: 1, b: 2 })).toEqual({ a: 1 })
  })

  it('is one when both said the same', () => {
    expect(mergeAnswers({}, { a: ['x'] }, { a: ['x'] })).toEqual({ a: ['x'] })
  })

  it('is left to the person when both changed one question', () => {
    expect(mergeAnswers({ a: 1 }, { a: 2 }, { a: 3 })).toBeUndefined()
  })

  it('does not depend on the order in which things were typed', () => {
    expect(sameTyping({ answers: { a: 1, b: 2 }, confirmed: ['x', 'y'] }, { answers: { b: 2, a: 1 }, confirmed: ['y', 'x'] })).toBe(true)
  })
})
