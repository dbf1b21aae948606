import { describe, expect, it } from 'vitest'
import { en } from './en'
import { zh } from './zh'

const sources = import.meta.glob<string>(['../**/*.vue', '../**/*.ts', '!../**/*.test.ts'], { query: '?raw', import: 'default', eager: true })

function flat(messages: object, at = ''): Map<string, string> {
  return new Map(Object.entries(messages).flatMap(([key, value]) =>
    typeof value === 'string' ? [[at + key, value] as const] : [...flat(value as object, `${at}${key}.`)]))
}

const chinese = flat(zh), english = flat(en)
const holes = (text: string) => [...new Set([...text.matchAll(/\{(\w+)\}/g)].map(match => match[1]))].sort()

describe('the words of the screens', () => {
  it('have the same holes in both languages', () => {
    for (const [key, text] of chinese) expect([key, holes(english.get(key) ?? '')]).toEqual([key, holes(text)])
  })

  it('are there for every key a screen names', () => {
    const named = Object.entries(sources).flatMap(([file, source]) =>
      [...source.matchAll(/\b(?:t|keypath=)\(?["']((?!ui\.)[a-zA-Z]+\.[\w.=<>!-]+)["']/g)].map(match => `${file}: ${match[1]}`))
    expect(named.length).toBeGreaterThan(150)
    expect(named.filter(each => !chinese.has(each.split(': ')[1]!))).toEqual([])
  })

  it('say what happened, without exclamation marks or blame on a system', () => {
    for (const text of [...chinese.values(), ...english.values()]) expect(text).not.toMatch(/系统错误|！|!$/)
  })
})
