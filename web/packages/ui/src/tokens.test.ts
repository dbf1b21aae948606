import { describe, expect, it } from 'vitest'
import css from './tokens.css?raw'

function tokens(selector: string): Record<string, string> {
  const block = css.slice(css.indexOf(selector))
  const body = block.slice(block.indexOf('{') + 1, block.indexOf('}'))
  return Object.fromEntries([...body.matchAll(/--([\w-]+):\s*(#[0-9a-f]{6});/g)].map((m) => [m[1]!, m[2]!]))
}

function luminance(hex: string): number {
  const [r, g, b] = [1, 3, 5].map((i) => {
    const c = parseInt(hex.slice(i, i + 2), 16) / 255
    return c <= 0.03928 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4
  }) as [number, number, number]
  return 0.2126 * r + 0.7152 * g + 0.0722 * b
}

function contrast(a: string, b: string): number {
  const [high, low] = [luminance(a), luminance(b)].sort((x, y) => y - x) as [number, number]
  return (high + 0.05) / (low + 0.05)
}

const grounds = ['paper', 'surface', 'sunken']
const texts: [string, string][] = [
  ...['ink', 'ink-2', 'ink-3', 'primary', 'primary-strong', 'accent', 'done', 'attention'].flatMap((ink) =>
    grounds.map((ground): [string, string] => [ink, ground]),
  ),
  ['on-primary', 'primary'],
  ['on-primary', 'primary-strong'],
  ['on-accent', 'accent'],
  ...['primary', 'accent', 'done', 'attention'].flatMap((c): [string, string][] => [
    [c, `${c}-soft`],
    ['ink', `${c}-soft`],
    ['ink-2', `${c}-soft`],
  ]),
]
const edges: [string, string][] = [
  ['line-strong', 'surface'],
  ['line-strong', 'paper'],
  ['focus', 'paper'],
  ['attention-mark', 'surface'],
]

/** Every style of both apps, to find which ink stands on which ground. */
const styles = import.meta.glob(['../../../{apps,packages}/*/src/**/*.{vue,css}', '!../../../**/tokens.css'], { query: '?raw', import: 'default', eager: true }) as Record<string, string>

function rules(): { file: string; body: string }[] {
  return Object.entries(styles).flatMap(([file, text]) => {
    const css = file.endsWith('.css') ? text : [...text.matchAll(/<style[^>]*>([\s\S]*?)<\/style>/g)].map((m) => m[1]).join('\n')
    return [...css.matchAll(/\{([^{}]*)\}/g)].map((m) => ({ file, body: m[1]! }))
  })
}

describe('the styles', () => {
  it('are looked at', () => expect(Object.keys(styles).length).toBeGreaterThan(60))

  it('take every colour from the tokens', () => {
    const own = rules().filter(({ body }) => /(#[0-9a-f]{3,8}\b|\brgba?\(|\bhsla?\()/i.test(body.replace(/--[\w-]+:[^;]*;?/g, '')))
    expect(own.map(({ file, body }) => `${file}: ${body.trim()}`)).toEqual([])
  })

  it('pair only inks and grounds that are measured below', () => {
    const measured = new Set(texts.map((pair) => pair.join(' on ')))
    const used = rules().flatMap(({ file, body }) => {
      const ink = /(?<![-\w])color:\s*var\(--([\w-]+)\)/.exec(body)?.[1]
      const ground = /background(?:-color)?:\s*var\(--([\w-]+)\)/.exec(body)?.[1]
      return ink && ground ? [{ file, pair: `${ink} on ${ground}` }] : []
    })
    expect(used.length).toBeGreaterThan(20)
    expect(used.filter(({ pair }) => !measured.has(pair)).map(({ file, pair }) => `${file}: ${pair}`)).toEqual([])
  })
})

describe.each([
  ['light', ':root {'],
  ['dark', ":root[data-theme='dark'] {"],
])('the %s palette', (_, selector) => {
  const palette = tokens(selector)

  it('has every colour of the light one', () => {
    expect(Object.keys(palette)).toEqual(expect.arrayContaining(Object.keys(tokens(':root {'))))
  })

  it.each(texts)('reads %s on %s at 4.5:1 or better', (ink, ground) => {
    expect(contrast(palette[ink]!, palette[ground]!)).toBeGreaterThanOrEqual(4.5)
  })

  it.each(edges)('shows the edge %s on %s at 3:1 or better', (edge, ground) => {
    expect(contrast(palette[edge]!, palette[ground]!)).toBeGreaterThanOrEqual(3)
  })
})
