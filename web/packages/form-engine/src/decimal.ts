/** A decimal of at most 15 digits before and 6 after the point, in one form: `-0.50` is `-0.5`; undefined for anything else. */
export function readDecimal(text: string): string | undefined {
  const parts = /^(-?)(\d{1,15})(?:\.(\d{1,6}))?$/.exec(text)
  if (!parts) {
    return undefined
  }
  const whole = parts[2]!.replace(/^0+(?=\d)/, '')
  const fraction = (parts[3] ?? '').replace(/0+$/, '')
  const digits = fraction === '' ? whole : `${whole}.${fraction}`
  return digits === '0' ? '0' : parts[1] + digits
}

/** A JSON number written out without exponent. */
export function plain(number: number): string {
  const parts = /^(-?)(\d)(?:\.(\d+))?e([+-]\d+)$/.exec(String(number))
  if (!parts) {
    return String(number)
  }
  const digits = parts[2]! + (parts[3] ?? '')
  const point = 1 + Number(parts[4])
  return parts[1] + (point <= 0 ? `0.${'0'.repeat(-point)}${digits}` : digits.padEnd(point, '0'))
}

/** Compares two decimals of that form exactly: negative, zero or positive. */
export function compareDecimals(a: string, b: string): number {
  const left = scaled(a)
  const right = scaled(b)
  return left < right ? -1 : left > right ? 1 : 0
}

function scaled(decimal: string): bigint {
  const [whole = '0', fraction = ''] = decimal.split('.')
  return BigInt(whole + fraction.padEnd(6, '0'))
}

/** The sum of some decimals less others, in that form; whole numbers of any size among them. */
export function addDecimals(plus: readonly string[], minus: readonly string[]): string {
  const sum = plus.reduce((total, one) => total + scaled(one), 0n) - minus.reduce((total, one) => total + scaled(one), 0n)
  const digits = String(sum < 0n ? -sum : sum).padStart(7, '0')
  const fraction = digits.slice(-6).replace(/0+$/, '')
  return (sum < 0n ? '-' : '') + digits.slice(0, -6) + (fraction === '' ? '' : `.${fraction}`)
}
