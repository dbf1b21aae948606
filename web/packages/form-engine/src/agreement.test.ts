// @vitest-environment node
import { expect, test } from 'vitest'
import type { Criterion } from './criterion.ts'
import type { Definition, QuestionDefinition } from './definition.ts'
import { createForm } from './form.ts'
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
      } else if (next(5) === 0) {
        engine.leave(id, next(3) > 0)
      } else {
        engine.setAnswer(id, values[next(values.length)]!)
      }
      const { answers, confirmed, notKnown } = engine.draft()
      expect(engine.view(), `round ${round}, step ${step}`).toEqual(createForm(form, { day: '2026-11-23', states, typed: answers, confirmed, notKnown }).view())
      for (const view of engine.view().filter((one) => !one.relevant)) {
        expect([view.value, view.faults.length, view.required, view.asked]).toEqual([undefined, 0, false, false])
      }
    }
  }
}, 60_000)

/** Questions around two tables, the second counted; cells and questions ask each other, in the one direction that goes round nowhere. */
function randomTables(next: (below: number) => number): Definition {
  const rule = (of: string[]): Criterion => {
    const answer = of[next(of.length)]!
    return next(3) === 0 ? { not: { answer, op: '=', value: next(3) } } : next(3) === 0 ? { answer, op: 'unknown' } : { answer, op: '>', value: next(2) }
  }
  const columns = (prefix: string): QuestionDefinition[] => {
    const ids = Array.from({ length: 4 }, (_, i) => `${prefix}${i}`)
    return ids.map((id, i) => ({
      id,
      kind: 'integer',
      required: next(2) === 0,
      max: 4,
      ...(next(2) === 0 ? { visible: rule(['a', 'b', ...ids.slice(0, i)]) } : {}),
      ...(next(3) === 0 ? { constraints: [{ criterion: rule(['a', 'c', 'sum', ...ids]) }] } : {}),
      ...(i === 3 ? { calculate: { sum: next(2) === 0 ? ['a', ids[0]!] : ids.slice(0, 2) } } : {}),
    }))
  }
  return {
    pages: [
      {
        questions: [
          { id: 'c', kind: 'integer', required: false, visible: rule(['sum', 'n', 'left']) },
          { id: 'left', kind: 'integer', required: false, calculate: { difference: ['sum', 'u.u1'] } },
          { id: 'sum', kind: 'integer', required: false, calculate: { sum: ['a', 't.t0', 't.t3'] }, constraints: [{ criterion: { answer: 'sum', op: '<', value: 5 } }] },
          { id: 'n', kind: 'integer', required: false, calculate: { count: next(2) === 0 ? 't' : 't.t1' } },
          { id: 't', kind: 'table', required: next(2) === 0, minRows: next(2), maxRows: 3, columns: columns('t'), ...(next(2) === 0 ? { visible: rule(['a', 'b']) } : {}) },
          { id: 'u', kind: 'table', required: next(2) === 0, countFrom: next(2) === 0 ? 'b' : 'n', columns: columns('u') },
          { id: 'a', kind: 'integer', required: true },
          { id: 'b', kind: 'integer', required: true, max: 4 },
        ],
      },
    ],
  }
}

test(`changing one cell after another comes to the same as opening the form anew (seed ${SEED})`, () => {
  const next = generator(SEED)
  for (let round = 0; round < 60; round++) {
    const form = randomTables(next)
    const engine = createForm(form, { day: '2026-11-23' })
    for (let step = 0; step < 40; step++) {
      const table = next(2) === 0 ? 't' : 'u'
      const rows = engine.question(table).rows ?? []
      const values: Json[] = [0, 1, 2, 5, null, 'x']
      const value = values[next(values.length)]!
      switch (next(8)) {
        case 0:
          engine.setAnswer('a', value)
          break
        case 1:
          engine.setAnswer('b', value)
          break
        case 2:
          engine.addRow('t', `r${next(5)}`, {}, next(2))
          break
        case 3:
          engine.removeRow('t', `r${next(5)}`)
          break
        case 5:
          engine.leave(table, next(2) === 0)
          break
        case 4:
          engine.setAnswer(table, next(4) === 0 ? 'x' : [{ id: 'r1', cells: { [`${table}0`]: value } }, { id: 'row-1', cells: {} }])
          break
        default:
          if (rows.length > 0) engine.setCell(table, rows[next(rows.length)]!.id, `${table}${next(3)}`, next(5) === 0 ? undefined : value)
      }
      const { answers, notKnown } = engine.draft()
      const anew = createForm(form, { day: '2026-11-23', typed: JSON.parse(JSON.stringify(answers)) as Record<string, Json>, notKnown })
      expect(engine.view(), `round ${round}, step ${step}`).toEqual(anew.view())
      expect(engine.submission()).toEqual(anew.submission())
    }
  }
}, 60_000)

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
}, 60_000)
