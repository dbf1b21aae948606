import { createI18n } from 'vue-i18n'
import { describe, expect, it } from 'vitest'
import { compileMessages } from './messages.mjs'

const sources = import.meta.glob<string>(['../{apps,packages}/*/src/{i18n,messages}/{zh,en}.ts'], { query: '?raw', import: 'default', eager: true })
const modules = import.meta.glob<Record<string, object>>(['../{apps,packages}/*/src/{i18n,messages}/{zh,en}.ts'], { eager: true })

type Messages = { [key: string]: string | Messages }

const keysIn = (messages: Messages, at = ''): string[] => Object.entries(messages).flatMap(([key, value]) => (typeof value === 'object' ? keysIn(value, `${at}${key}.`) : [at + key]))

/** The module as the build has it: types taken away, then compiled. */
function built(source: string): Messages {
  const plain = source.replace(/^import type .*$/gm, '').replace(/^export type .*$/gm, '').replace(/export const \w+(?:: [^=]+)? =/, 'globalThis.built =')
  new Function(compileMessages(plain))()
  return (globalThis as unknown as { built: Messages }).built
}

function speaker(messages: Messages) {
  const { global } = createI18n({ legacy: false, locale: 'zh', messages: { zh: messages } as never, missingWarn: false, fallbackWarn: false })
  return global as unknown as { t: (key: string, named: Record<string, unknown>, plural: number) => string }
}

describe('messages compiled by the build', () => {
  it('leave a text a text', () => {
    expect(compileMessages('export const zh = { a: "您好" }')).toContain('"您好"')
  })

  it('are refused when they are more than texts', () => {
    expect(() => compileMessages('export const zh = { a: `您好` }')).toThrow(/a message is a text/)
    expect(() => compileMessages('export const zh = { a: "{n" }')).toThrow(/in "\{n"/)
  })

  it.each(Object.keys(sources))('say the same as those compiled in the browser: %s', (file) => {
    const plain = Object.values(modules[file]!)[0] as Messages
    const [before, after] = [speaker(plain), speaker(built(sources[file]!))]
    const keys = keysIn(plain)
    expect(keys.length).toBeGreaterThan(5)
    const named = Object.fromEntries([...sources[file]!.matchAll(/\{(\w+)\}/g)].map(([, name]) => [name!, `<${name}>`]))
    for (const key of keys) for (const count of [1, 2]) expect(after.t(key, { ...named, n: count }, count)).toBe(before.t(key, { ...named, n: count }, count))
  })
})
