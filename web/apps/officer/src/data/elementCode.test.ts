import { describe, expect, it } from 'vitest'
import { codeName } from './elementCode'

describe('the code of a new element', () => {
  it('is made of its words', () => {
    expect(codeName('Drinking water delivered')).toBe('drinkingWaterDelivered')
    expect(codeName('yin shui')).toBe('yinShui')
  })

  it('begins with a letter and has nothing but letters and digits', () => {
    expect(codeName('2nd home (if any)')).toBe('ndHomeIfAny')
    expect(codeName('Café')).toBe('cafe')
    expect(codeName('饮水')).toBe('')
    expect(codeName('a '.repeat(60)).length).toBeLessThanOrEqual(40)
  })
})
