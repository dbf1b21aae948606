import { expect, it } from 'vitest'
import { draftOver, untilEndOfTomorrow } from './limits'

it('ends with the next day of the town', () => {
  expect(new Date(untilEndOfTomorrow(Date.parse('2026-11-27T09:12:00+08:00'))).toISOString()).toBe('2026-11-28T16:00:00.000Z')
  expect(new Date(untilEndOfTomorrow(Date.parse('2026-11-27T00:30:00+08:00'))).toISOString()).toBe('2026-11-28T16:00:00.000Z')
})

it('keeps typing for two weeks', () => {
  expect(draftOver('2026-11-01T00:00:00Z', Date.parse('2026-11-14T00:00:00Z'))).toBe(false)
  expect(draftOver('2026-11-01T00:00:00Z', Date.parse('2026-11-16T00:00:00Z'))).toBe(true)
})
