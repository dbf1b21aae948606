import type { Json, QuestionKind } from '@hutong/api'

/** Full-width digits, letters and signs as people's keyboards make them, brought to half width. */
export function halfWidth(text: string): string {
  return text.replace(/[\uff01-\uff5e]/g, (c) => String.fromCharCode(c.charCodeAt(0) - 0xfee0)).replace(/\u3000/g, ' ')
}

/** What was typed, as the value it means; what means nothing stays as typed, so that the fault can be shown and nothing is lost. */
export function parseTyped(kind: QuestionKind, raw: string): Json | undefined {
  if (raw.trim() === '') return undefined
  switch (kind) {
    case 'integer': {
      const text = halfWidth(raw).trim()
      return /^-?\d{1,15}$/.test(text) ? Number(text) : raw
    }
    case 'decimal': {
      const text = halfWidth(raw).trim().replace(/,/g, '')
      return /^-?\d+(\.\d+)?$/.test(text) ? text : raw
    }
    case 'idNumber':
    case 'uscc':
      return halfWidth(raw).replace(/[\s-]/g, '').toUpperCase()
    case 'phone':
      return halfWidth(raw).replace(/\s/g, '')
    case 'email':
      return halfWidth(raw).trim()
    default:
      return raw
  }
}
