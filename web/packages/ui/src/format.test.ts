import { describe, expect, it } from 'vitest'
import { dayOf, sayDay, sayLeft, sayMoment, sayPartialDay } from './format'

const now = new Date('2026-03-03T10:00:00Z')

describe('days and hours', () => {
  it('says a day of this year with its weekday', () => {
    expect(sayDay('2026-03-05', 'zh', '2026-03-03')).toBe('3 月 5 日 周四')
    expect(sayDay('2026-03-05', 'en', '2026-03-03')).toBe('Thu 5 March')
  })

  it('says the year of a day of another year', () => {
    expect(sayDay('2024-12-31', 'zh', '2026-03-03')).toBe('2024 年 12 月 31 日')
    expect(sayDay('2024-12-31', 'en', '2026-03-03')).toBe('31 December 2024')
  })

  it('says as much of a date as is known', () => {
    expect(['1946', '1946-03', '1946-03-12'].map((v) => sayPartialDay(v, 'zh'))).toEqual(['1946 年', '1946 年 3 月', '1946 年 3 月 12 日'])
    expect(['1946', '1946-03', '1946-03-12'].map((v) => sayPartialDay(v, 'en'))).toEqual(['1946', 'March 1946', '12 March 1946'])
  })

  it('counts days in the zone of the town', () => {
    expect(dayOf(new Date('2026-03-03T16:30:00Z'))).toBe('2026-03-04')
    expect(sayMoment('2026-03-03T01:05:00Z', 'zh', now)).toBe('今天 09:05')
    expect(sayMoment('2026-03-01T01:05:00Z', 'zh', now)).toBe('3 月 1 日 周日 09:05')
  })

  it('says what is left: hours on the last day, days, then the date', () => {
    expect(sayLeft('2026-03-03', 'zh', now)).toBe('还剩 6 小时')
    expect(sayLeft('2026-03-05', 'zh', now)).toBe('还剩 2 天')
    expect(sayLeft('2026-03-05', 'en', now)).toBe('2 days left')
    expect(sayLeft('2026-06-30', 'zh', now)).toBe('6 月 30 日 周二前')
    expect(sayLeft('2026-03-02', 'zh', now)).toBe('已经截止')
  })
})
