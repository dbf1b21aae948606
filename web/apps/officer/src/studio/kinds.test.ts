import { describe, expect, it } from 'vitest'
import { kindOf } from './kinds'

describe('the kind of an own question', () => {
  it('follows the wording where it says so', () => {
    expect(kindOf('今年夏天您家需要送饮用水吗？')).toBe('yesNo')
    expect(kindOf('每周需要几桶水？')).toBe('integer')
    expect(kindOf('家里住了多少人')).toBe('integer')
    expect(kindOf('Do you need water?')).toBe('yesNo')
    expect(kindOf('希望哪一天送？')).toBe('date')
  })

  it('is text otherwise', () => {
    expect(kindOf('还有什么要说的？')).toBe('text')
    expect(kindOf('')).toBe('text')
    expect(kindOf('多少钱')).toBe('text')
  })
})
