import { dayOf, sayDay, sayLeft, sayMoment, sayNumber, sayPartialDay, useWords, ZONE, type Localised } from '@hutong/ui'

/** A share in whole per cent that says 100 and 0 only when it is all or nothing. */
export function wholePercent(part: number, total: number): number {
  if (total <= 0) return 0
  const percent = Math.round(part / total * 100)
  if (percent >= 100 && part < total) return 99
  return percent === 0 && part > 0 ? 1 : percent
}

/** Numbers, days and moments as the reader writes them, in the business zone. */
export function useFormat() {
  const { lang, say, unit } = useWords()

  return {
    /** What an officer has written in English only is said in English; residents are never asked so, since the check wants the Chinese. */
    text: (words: Localised | string | null | undefined) => say(words) || (typeof words === 'object' && words?.en) || '',
    unit,
    number: (n: number) => sayNumber(n, lang.value),
    percent: (part: number, total: number) => `${part > 0 && part / total < 0.005 ? '<' : ''}${wholePercent(part, total)}${lang.value === 'en' ? '%' : ' %'}`,
    day: (day: string) => sayDay(day, lang.value, dayOf(new Date())),
    partialDay: (value: string) => sayPartialDay(value, lang.value),
    dayOfMoment: (at: string) => sayDay(dayOf(new Date(at)), lang.value, dayOf(new Date())),
    moment: (at: string) => sayMoment(at, lang.value, new Date()),
    left: (closes: string) => sayLeft(closes, lang.value, new Date()),
    time: (at: string | Date) => new Intl.DateTimeFormat('en-GB', {
      timeZone: ZONE, hour: '2-digit', minute: '2-digit', second: '2-digit', hourCycle: 'h23',
    }).format(new Date(at)),
  }
}
