/** Reads an ISO period of one unit (`P1Y`, `P6M`, `P30D`). */
export function periodOf(period: string | null | undefined): { unit: 'years' | 'months' | 'days'; n: number } | undefined {
  const found = /^P(\d+)([YMD])$/.exec(period ?? '')
  if (found === null) return undefined
  return { n: Number(found[1]), unit: ({ Y: 'years', M: 'months', D: 'days' } as const)[found[2] as 'Y' | 'M' | 'D'] }
}
