/**
 * A day as yyyymmdd, which compares as days do. Days of year 0 (31 December before year 1) and beyond 9999 occur only as bounds.
 */
export type DayNumber = number

/** The first and last day that a date may be. */
export interface Days {
  readonly first: DayNumber
  readonly last: DayNumber
}

/** Reads `1946`, `1946-03` or `1946-03-12`; `shape` for another shape, `day` for a day that no calendar has. */
export function readDays(text: string): Days | 'shape' | 'day' {
  const parts = /^(\d{4})(?:-(\d\d)(?:-(\d\d))?)?$/.exec(text)
  if (!parts) {
    return 'shape'
  }
  const year = Number(parts[1])
  const month = parts[2] === undefined ? undefined : Number(parts[2])
  const day = parts[3] === undefined ? undefined : Number(parts[3])
  if (!isDay(year, month ?? 1, day ?? 1)) {
    return 'day'
  }
  return {
    first: number(year, month ?? 1, day ?? 1),
    last: number(year, month ?? 12, day ?? daysIn(year, month ?? 12)),
  }
}

/** The whole day `yyyy-mm-dd`. @throws Error when it is none */
export function parseDay(text: string): DayNumber {
  const days = text.length === 10 ? readDays(text) : 'shape'
  if (typeof days === 'string') {
    throw new Error(`not a day: ${text}`)
  }
  return days.first
}

/** `yyyy-mm-dd`. */
export function writeDay(day: DayNumber): string {
  const digits = String(day).padStart(8, '0')
  return `${digits.slice(0, 4)}-${digits.slice(4, 6)}-${digits.slice(6)}`
}

/** Whole years from birth to the day; who was born on 29 February reaches a year on 1 March of a common year. */
export function ageOn(day: DayNumber, birth: DayNumber): number {
  return Math.floor(day / 10_000) - Math.floor(birth / 10_000) - (day % 10_000 < birth % 10_000 ? 1 : 0)
}

/** The day before. */
export function before(day: DayNumber): DayNumber {
  return addDays(day, -1)
}

const PERIOD = /^(-?)P(?=\d)(?:(\d{1,4})Y)?(?:(\d{1,4})M)?(?:(\d{1,5})D)?$/

/** The day moved by years and months (to the last day of a shorter month), then days; undefined when that is no period or leaves the years 1 to 9999. */
export function move(day: DayNumber, period: string): DayNumber | undefined {
  const parts = PERIOD.exec(period)
  if (!parts) {
    return undefined
  }
  const sign = parts[1] === '-' ? -1 : 1
  const months = sign * (Number(parts[2] ?? 0) * 12 + Number(parts[3] ?? 0))
  const month = Math.floor(day / 10_000) * 12 + (Math.floor(day / 100) % 100) - 1 + months
  const year = Math.floor(month / 12)
  if (year < 1 || year > 9999) {
    return undefined
  }
  const inMonth = month - year * 12 + 1
  const moved = addDays(number(year, inMonth, Math.min(day % 100, daysIn(year, inMonth))), sign * Number(parts[4] ?? 0))
  return moved >= 10_101 && moved <= 99_991_231 ? moved : undefined
}

function addDays(day: DayNumber, days: number): DayNumber {
  if (days === 0) {
    return day
  }
  const date = new Date(0)
  date.setUTCFullYear(Math.floor(day / 10_000), (Math.floor(day / 100) % 100) - 1, (day % 100) + days)
  return number(date.getUTCFullYear(), date.getUTCMonth() + 1, date.getUTCDate())
}

function number(year: number, month: number, day: number): DayNumber {
  return year * 10_000 + month * 100 + day
}

export function isDay(year: number, month: number, day: number): boolean {
  return year >= 1 && year <= 9999 && month >= 1 && month <= 12 && day >= 1 && day <= daysIn(year, month)
}

export function daysIn(year: number, month: number): number {
  if (month === 2) {
    return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0 ? 29 : 28
  }
  return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31
}
