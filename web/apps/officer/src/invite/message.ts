import { say, sayDay, type Lang, type Localised } from '@hutong/ui'

/** What a group message needs to know. */
export interface Invited {
  region: Localised
  title: Localised
  url: string
  closes?: string | null
  phone?: string | null
}

type Translate = (key: string, values: Record<string, unknown>, options: { locale: Lang }) => string

/** The text for a group chat: who asks, what, the link on a line of its own, until when, and whom to call. @param today as YYYY-MM-DD */
export function groupMessage(t: Translate, lang: Lang, { region, title, url, closes, phone }: Invited, today: string): string {
  const line = (key: string, values: Record<string, unknown> = {}): string => t(`invite.message.${key}`, values, { locale: lang })
  return [
    line('head', { region: say(region, lang), title: say(title, lang) }),
    line('ask'),
    url,
    closes ? line('until', { day: sayDay(closes, lang, today) }) : '',
    phone ? line('phone', { phone }) : '',
    line('safe'),
  ].filter(Boolean).join('\n')
}
