import { isEqual } from '../manifest/edit'

/**
 * Two people changed the same thing: what I did not touch is theirs, what I touched stays mine; of lists of words what either added is added and
 * what either took out is out.
 */
export function merge<T extends object>(base: T, mine: T, theirs: T): T {
  const merged = { ...theirs }
  for (const key of Object.keys({ ...base, ...mine }) as (keyof T)[]) {
    if (isEqual(mine[key], base[key])) continue
    merged[key] = isWords(base[key]) && isWords(mine[key]) && isWords(theirs[key]) ? words(base[key], mine[key], theirs[key]) as T[keyof T] : mine[key]
  }
  return merged
}

const isWords = (value: unknown): value is string[] => Array.isArray(value) && value.every(one => typeof one === 'string')

function words(base: string[], mine: string[], theirs: string[]): string[] {
  const kept = theirs.filter(word => mine.includes(word) || !base.includes(word))
  return [...kept, ...mine.filter(word => !base.includes(word) && !kept.includes(word))]
}
