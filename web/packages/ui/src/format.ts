import { computed } from 'vue'
import { useWords } from './i18n'
import type { Lang } from './lang'

/** The business zone: days and hours are those of the town, wherever the reader is. */
export const ZONE = 'Asia/Shanghai'

const WEEKDAYS = ['周日', '周一', '周二', '周三', '周四', '周五', '周六']

interface Wall {
  year: number
  month: number
  day: number
  hour: string
  minute: string
}

/** China has had one zone without summer time since 1992, and no act that is shown here is older. A formatter of Intl takes a slow phone 100 ms to make. */
const AHEAD = 8 * 3600_000

function wall(at: Date): Wall {
  const there = new Date(at.getTime() + AHEAD)
  return { year: there.getUTCFullYear(), month: there.getUTCMonth() + 1, day: there.getUTCDate(), hour: pad(there.getUTCHours()), minute: pad(there.getUTCMinutes()) }
}

const pad = (n: number): string => String(n).padStart(2, '0')

/** The day of an instant in the business zone, as 2026-03-05. */
export function dayOf(at: Date): string {
  const { year, month, day } = wall(at)
  return `${year}-${pad(month)}-${pad(day)}`
}

const utc = (day: string): number => Date.parse(`${day}T00:00:00Z`)

/** A day as people say it: 3 月 5 日 周四; with the year when it is not this one. */
export function sayDay(day: string, lang: Lang, today: string): string {
  const [year, month, date] = day.split('-').map(Number) as [number, number, number]
  const thisYear = day.slice(0, 4) === today.slice(0, 4)
  if (lang === 'en') {
    const weekday = thisYear ? 'short' : undefined
    return new Intl.DateTimeFormat('en-GB', { timeZone: 'UTC', weekday, day: 'numeric', month: 'long', year: thisYear ? undefined : 'numeric' })
      .format(new Date(utc(day)))
      .replace(',', '')
  }
  return thisYear ? `${month} 月 ${date} 日 ${WEEKDAYS[new Date(utc(day)).getUTCDay()]}` : `${year} 年 ${month} 月 ${date} 日`
}

/** A year, a month of a year or a day, as far as it is known. */
export function sayPartialDay(value: string, lang: Lang): string {
  const [year, month, date] = value.split('-').map(Number)
  if (lang === 'en') {
    if (!month) return String(year)
    const at = new Date(Date.UTC(year!, month - 1, date ?? 1))
    return new Intl.DateTimeFormat('en-GB', { timeZone: 'UTC', year: 'numeric', month: 'long', day: date ? 'numeric' : undefined }).format(at)
  }
  return `${year} 年${month ? ` ${month} 月` : ''}${date ? ` ${date} 日` : ''}`
}

/** An instant: the hour when it is of today, else the day and the hour. */
export function sayMoment(at: string, lang: Lang, now: Date): string {
  const instant = new Date(at)
  const { hour, minute } = wall(instant)
  const today = dayOf(now)
  const day = dayOf(instant)
  if (day === today) return lang === 'en' ? `today, ${hour}:${minute}` : `今天 ${hour}:${minute}`
  return `${sayDay(day, lang, today)}${lang === 'en' ? ', ' : ' '}${hour}:${minute}`
}

/** How long ago a value was stated: the month is exact enough, and calm. */
export function sayMonth(at: string, lang: Lang): string {
  return sayPartialDay(dayOf(new Date(at)).slice(0, 7), lang)
}

/** What is left until the end of a last day. */
export function sayLeft(lastDay: string, lang: Lang, now: Date): string {
  const end = utc(lastDay) + 24 * 3600_000 - AHEAD
  const hours = Math.ceil((end - now.getTime()) / 3600_000)
  if (hours <= 0) return lang === 'en' ? 'closed' : '已经截止'
  if (hours <= 24) return lang === 'en' ? `${hours} hour${hours === 1 ? '' : 's'} left` : `还剩 ${hours} 小时`
  const days = Math.floor(hours / 24)
  if (days > 14) return lang === 'en' ? `until ${sayDay(lastDay, lang, dayOf(now))}` : `${sayDay(lastDay, lang, dayOf(now))}前`
  return lang === 'en' ? `${days} day${days === 1 ? '' : 's'} left` : `还剩 ${days} 天`
}

/** Figures with separators. */
export const sayNumber = (n: number, lang: Lang): string => new Intl.NumberFormat(lang === 'en' ? 'en-GB' : 'zh-CN').format(n)

/** The same, in the language of the page. */
export function useFormat() {
  const { lang } = useWords()
  return computed(() => ({
    day: (day: string) => sayDay(day, lang.value, dayOf(new Date())),
    partialDay: (value: string) => sayPartialDay(value, lang.value),
    moment: (at: string) => sayMoment(at, lang.value, new Date()),
    month: (at: string) => sayMonth(at, lang.value),
    left: (lastDay: string) => sayLeft(lastDay, lang.value, new Date()),
    number: (n: number) => sayNumber(n, lang.value),
  }))
}
