import { isDay } from './days.ts'
import { fault, type Fault } from './fault.ts'

/** A text in its normal form, or why it has none. */
export type TextOrFault = string | Fault

/** Full-width letters, digits and signs, as Chinese input methods make them, to ASCII. */
function halfWidth(text: string): string {
  return text.replace(/[！-～]/g, (c) => String.fromCharCode(c.charCodeAt(0) - 0xfee0)).replace(/　/g, ' ')
}

const ID_WEIGHTS = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2]

/** Citizen identity number, GB 11643-1999. Codes: id-number-15, id-number-shape, id-number-birth, id-number-check. */
export function readIdNumber(typed: string): TextOrFault {
  const number = halfWidth(typed).replaceAll(' ', '').toUpperCase()
  if (/^\d{15}$/.test(number)) {
    return fault('id-number-15')
  }
  if (!/^[1-9]\d{16}[\dX]$/.test(number)) {
    return fault('id-number-shape')
  }
  const year = Number(number.slice(6, 10))
  if (year < 1800 || !isDay(year, Number(number.slice(10, 12)), Number(number.slice(12, 14)))) {
    return fault('id-number-birth')
  }
  const sum = ID_WEIGHTS.reduce((total, weight, i) => total + weight * Number(number[i]), 0)
  return number[17] === '10X98765432'[sum % 11] ? number : fault('id-number-check')
}

const USCC_ALPHABET = '0123456789ABCDEFGHJKLMNPQRTUWXY'

/** Unified social credit code, GB 32100-2015. Codes: uscc-shape, uscc-check. */
export function readUscc(typed: string): TextOrFault {
  const code = halfWidth(typed).replaceAll(' ', '').toUpperCase()
  if (!/^[0-9A-HJ-NPQRTUWXY]{2}\d{6}[0-9A-HJ-NPQRTUWXY]{10}$/.test(code)) {
    return fault('uscc-shape')
  }
  let sum = 0
  let weight = 1
  for (let i = 0; i < 17; i++) {
    sum += USCC_ALPHABET.indexOf(code[i]!) * weight
    weight = (weight * 3) % 31
  }
  return code[17] === USCC_ALPHABET[(31 - (sum % 31)) % 31] ? code : fault('uscc-check')
}

/** Phone: a mainland mobile, land line or service number, or E.164 for elsewhere. Code: phone-shape. */
export function readPhone(typed: string): TextOrFault {
  const number = halfWidth(typed).replace(/[—–]/g, '-').replace(/[ \t\n\v\f\r\u00a0.()·]/g, '')
  const mainland = number.replace(/^(?:\+86|0086|86(?=-?1[3-9][-\d]*$))-?/, '')
  const digits = mainland.replaceAll('-', '')
  if (/^1[3-9]\d{9}$/.test(digits)) {
    return digits
  }
  const national = mainland === number || mainland.startsWith('0') ? mainland : `0${mainland}`
  const landLine = /^(0(?:10|2\d|[3-9]\d{2}))-?([2-9]\d{6,7})(?:(?:-|ext\.?|转)(\d{1,6}))?$/.exec(national)
  if (landLine) {
    return `${landLine[1]}-${landLine[2]}${landLine[3] === undefined ? '' : `-${landLine[3]}`}`
  }
  if (/^[48]00-?\d{3}-?\d{4}$/.test(mainland)) {
    return digits
  }
  const international = number.replace(/^00/, '+').replaceAll('-', '')
  return /^\+(?!86)[1-9]\d{6,14}$/.test(international) ? international : fault('phone-shape')
}

const EMAIL_LOCAL = /^[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+(?:\.[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+)*$/
const EMAIL_DOMAIN = /^(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z](?:[a-z0-9-]{0,61}[a-z0-9])$/

/** E-mail address, the part of RFC 5321 that providers give out. Code: email-shape. */
export function readEmail(typed: string): TextOrFault {
  const address = halfWidth(typed).replace(/^[ \t\n\r]+|[ \t\n\r]+$/g, '')
  const at = address.lastIndexOf('@')
  if (at < 1 || at > 64 || address.length > 254) {
    return fault('email-shape')
  }
  const local = address.slice(0, at)
  const domain = address.slice(at + 1).toLowerCase()
  return EMAIL_LOCAL.test(local) && EMAIL_DOMAIN.test(domain) ? `${local}@${domain}` : fault('email-shape')
}
