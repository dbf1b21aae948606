import { describe, expect, it } from 'vitest'
import { en } from './en'
import { zh } from './zh'

const leaves = (value: object, at = ''): [string, string][] =>
  Object.entries(value).flatMap(([key, inner]) => (typeof inner === 'string' ? [[`${at}${key}`, inner] as [string, string]] : leaves(inner as object, `${at}${key}.`)))
/** Of both forms where a text has a singular and a plural. */
const slots = (text: string): string[] => [...new Set(text.match(/\{\w+\}/g))].sort()

describe('the words of the field app', () => {
  it('are there in both languages with the same places to fill', () => {
    const english = new Map(leaves(en))
    for (const [key, text] of leaves(zh)) {
      expect(english.get(key), key).toBeTruthy()
      expect(slots(english.get(key)!), key).toEqual(slots(text))
    }
  })
})
