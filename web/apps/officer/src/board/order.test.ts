import { describe, expect, it } from 'vitest'
import type { BoardChild } from '../api/types'
import { inOrder } from './order'

const child = (region: string, total: number, done: number): BoardChild => ({ region, total, done, name: { en: '', zh: region } })
const children = [child('1', 10, 9), child('2', 50, 20), child('3', 30, 0), child('4', 30, 0), child('5', 0, 0)]
const codes = (column: Parameters<typeof inOrder>[1]['column'], down: boolean) => inOrder(children, { column, down }).map(c => c.region).join('')

describe('regions on a board', () => {
  it('stand by what is left, the most first, equal ones by code', () => {
    expect(codes('left', true)).toBe('23415')
  })

  it('stand by any column, both ways', () => {
    expect(codes('name', false)).toBe('12345')
    expect(codes('total', true)).toBe('23415')
    expect(codes('share', false)).toBe('34215')
  })
})
