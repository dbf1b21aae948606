// @vitest-environment node
import { expect, test } from 'vitest'
import type { Criterion } from './criterion.ts'
import { createForm, type Definition, type QuestionDefinition } from './form.ts'
import { compilePattern } from './pattern.ts'
import type { Json } from './value.ts'

/** A small generator that repeats itself from its seed (mulberry32). */
function generator(seed: number): (below: number) => number {
  let state = seed
  return (below) => {
    state = (state + 0x6d2b79f5) | 0
    let t = Math.imul(state ^ (state >>> 15), 1 | state)
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t
    return Math.floor((((t ^ (t >>> 14)) >>> 0) / 4294967296) * below)
  }
}

const SEED = Number(process.env.SEED ?? Date.now() % 1_000_000)

function randomForm(next: (below: number) => number): Definition {
  const order = Array.from({ length: 12 }, (_, i) => `q${i}`).sort(() => next(3) - 1)
  const rule = (earlier: string[], depth: number): Criterion => {
    if (depth > 0 && next(3) > 0) {
      const parts = Array.from({ length: next(3) }, () => rule(earlier, depth - 1))
      return next(3) === 0 ? { not: rule(earlier, depth - 1) } : next(2) === 0 ? { all: parts } : { any: parts }
    }
    const answer = earlier[next(earlier.length)]!
    return next(4) === 0 ? { answer, op: next(2) === 0 ? 'known' : 'unknown' } : { answer, op: next(2) === 0 ? '>' : '=', value: next(3) }
  }
  const questions = order.map((id, i): QuestionDefinition => ({
    id,
    kind: 'integer',
    required: next(2) === 0,
    max: 3,
    ...(i > 0 && next(3) > 0 ? { visible: rule(order.slice(0, i), 2) } : {}),
    ...(next(3) === 0 ? { constraints: [{ criterion: rule(order, 1) }] } : {}),
  }))
  return { pages: [{ questions: questions.sort((a, b) => (a.id < b.id ? -1 : 1)) }] }
}

test(`changing one answer after another comes to the same as opening the form anew (seed ${SEED})`, () => {
  const next = generator(SEED)
  for (let round = 0; round < 150; round++) {
    const form = randomForm(next)
    const states = Object.fromEntries(
      form.pages[0]!.questions.filter(() => next(3) === 0).map((q) => [q.id, { state: (['held', 'heldOld', 'contested'] as const)[next(3)]!, ...(next(3) > 0 ? { value: next(3) } : {}) }]),
    )
    const engine = createForm(form, { day: '2026-11-23', states })
    for (let step = 0; step < 25; step++) {
      const id = `q${next(12)}`
      const values: Json[] = [0, 1, 2, 5, null, 'x']
      if (next(5) === 0) {
        engine.clear(id)
      } else if (next(5) === 0) {
        engine.confirm(id, next(2) === 0)
      } else {
        engine.setAnswer(id, values[next(values.length)]!)
      }
      const { answers, confirmed } = engine.draft()
      expect(engine.view(), `round ${round}, step ${step}`).toEqual(createForm(form, { day: '2026-11-23', states, typed: answers, confirmed }).view())
      for (const view of engine.view().filter((one) => !one.relevant)) {
        expect([view.value, view.faults.length, view.required, view.asked]).toEqual([undefined, 0, false, false])
      }
    }
  }
})

test(`patterns match as the browser's own engine says (seed ${SEED})`, () => {
  const next = generator(SEED)
  const pattern = (depth: number): string => {
    switch (depth > 0 ? next(9) : next(3)) {
      case 0: return 'ab'[next(2)]!
      case 1: return ['[ab]', '[^a]', '[a-c]', '\\d', '\\w', '\\.', '.'][next(7)]!
      case 2: return ['1', '-', 'c'][next(3)]!
      case 3: return `${pattern(depth - 1)}${pattern(depth - 1)}`
      case 4: return `${pattern(depth - 1)}${pattern(depth - 1)}`
      case 5: return `(?:${pattern(depth - 1)}|${pattern(depth - 1)})`
      case 6: return `(${pattern(depth - 1)})${['*', '+', '?', '{2}', '{1,2}', '{0,}', '*?', '{0,1}'][next(8)]}`
      default: return `(?:${pattern(depth - 1)})${['*', '+', '?'][next(3)]}`
    }
  }
  for (let round = 0; round < 2_000; round++) {
    const source = pattern(3)
    const matches = compilePattern(source)
    expect(matches, source).toBeDefined()
    const own = new RegExp(`^(?:${source})$`)
    for (let i = 0; i < 10; i++) {
      const text = Array.from({ length: next(6) }, () => 'ab1-.c'[next(6)]).join('')
      expect(matches!(text), `${source} on ${text}`).toBe(own.test(text))
    }
  }
})
