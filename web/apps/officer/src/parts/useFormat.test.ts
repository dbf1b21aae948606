import { describe, expect, it } from 'vitest'
import { wholePercent } from './useFormat'

describe('whole per cent', () => {
  it.each([[0, 100, 0], [1, 1000, 1], [999, 1000, 99], [1000, 1000, 100], [1, 3, 33], [0, 0, 0]])('%i of %i is %i', (part, total, percent) => {
    expect(wholePercent(part, total)).toBe(percent)
  })
})
