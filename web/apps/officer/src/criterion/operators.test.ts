import { describe, expect, it } from 'vitest'
import { carryValue, entryFor, operatorsFor, parseEntry } from './operators'

describe('what can be compared', () => {
  it('offers equality and presence only for what is encrypted', () => {
    expect(operatorsFor({ kind: 'phone', protection: 'encrypted' })).toEqual(['=', 'known', 'unknown'])
    expect(operatorsFor({ kind: 'text', protection: 'encrypted' })).toEqual(['=', 'known', 'unknown'])
  })

  it('offers order for numbers and days', () => {
    expect(operatorsFor({ kind: 'integer' })).toContain('>=')
    expect(operatorsFor({ kind: 'partialDate' })).toContain('<')
    expect(operatorsFor({ kind: 'code' })).not.toContain('>=')
  })

  it('never offers patterns', () => {
    expect(operatorsFor({ kind: 'text' })).not.toContain('matches')
  })
})

describe('values', () => {
  it('keep numbers whole and decimals exact', () => {
    expect(parseEntry('integer', ' 60 ')).toBe(60)
    expect(parseEntry('integer', '6.5')).toBeUndefined()
    expect(parseEntry('decimal', '12.50')).toBe('12.50')
    expect(parseEntry('decimal', 'many')).toBeUndefined()
    expect(parseEntry('text', '  ')).toBeUndefined()
  })

  it('follow the operator where they can', () => {
    expect(carryValue('code', '=', 'in', 'partly')).toEqual(['partly'])
    expect(carryValue('code', 'in', '=', ['partly', 'unable'])).toBe('partly')
    expect(carryValue('integer', '>=', '<', 60)).toBe(60)
    expect(carryValue('integer', '>=', 'known', 60)).toBeUndefined()
  })

  it('are entered as their kind asks', () => {
    expect(entryFor('code', 'in')).toBe('codes')
    expect(entryFor('codes', 'contains')).toBe('code')
    expect(entryFor('integer', 'unknown')).toBe('none')
    expect(entryFor('date', '<')).toBe('date')
  })
})
