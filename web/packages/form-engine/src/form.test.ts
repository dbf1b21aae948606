// @vitest-environment node
import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import type { Facts } from './criterion.ts'
import type { Fault } from './fault.ts'
import type { Definition, FormInput } from './definition.ts'
import { createForm, type FormEngine } from './form.ts'
import type { Json, Value, ValueKind } from './value.ts'

interface Then {
  relevant?: string[]
  asked?: string[]
  effective?: Record<string, Value>
  faults?: Record<string, Fault[]>
  valid?: boolean
  strays?: string[]
  typedKept?: string[]
}

interface Given {
  values?: Record<string, Json>
  regions?: Record<string, string>
  links?: Record<string, Given[]>
}

interface Case {
  name: string
  form: string
  day?: string
  facts?: Given
  states?: FormInput['states']
  typed: Record<string, Json>
  confirmed?: string[]
  notKnown?: string[]
  then: Then
  steps: {
    set?: Record<string, Json>
    clear?: string
    confirm?: string
    unconfirm?: string
    notKnown?: string
    answerable?: string
    cell?: [table: string, row: string, column: string, value: Json]
    addRow?: [table: string, row: string]
    removeRow?: [table: string, row: string]
    then: Then
  }[]
}

const spec = JSON.parse(readFileSync(new URL('../../../../spec/forms.json', import.meta.url), 'utf8')) as {
  day: string
  elements: Record<string, { kind: ValueKind }>
  codeLists: Record<string, string[]>
  forms: Record<string, Definition>
  evaluate: Case[]
  steps: Case[]
  refuse: { name: string; when: Definition; faults: { code: string; args: string[] }[] }[]
}

function facts(given: Given): Facts {
  return {
    value: (element) => {
      const held = given.values?.[element]
      if (held === undefined || held === null) {
        return undefined
      }
      const wrapped = typeof held === 'object' && !Array.isArray(held) ? held : { value: held }
      return { kind: spec.elements[element]!.kind, value: wrapped.value as Value, fresh: wrapped.fresh !== false }
    },
    region: (relation) => given.regions?.[relation],
    linked: (link) => (given.links?.[link] ?? []).map(facts),
  }
}

function open(one: Case): FormEngine {
  return createForm(spec.forms[one.form]!, {
    day: one.day ?? spec.day,
    typed: one.typed,
    confirmed: one.confirmed ?? [],
    notKnown: one.notKnown ?? [],
    facts: facts(one.facts ?? {}),
    codeLists: Object.fromEntries(Object.entries(spec.codeLists).map(([list, codes]) => [list, { items: codes.map((code) => ({ code })) }])),
    ...(one.states ? { states: one.states } : {}),
  })
}

function compare(engine: FormEngine, then: Then): void {
  const views = engine.view()
  const actual: Required<Then> = {
    relevant: views.filter((view) => view.relevant).map((view) => view.question.id),
    asked: engine.toAsk().map((view) => view.question.id),
    effective: engine.effective(),
    faults: Object.fromEntries(views.filter((view) => view.faults.length > 0).map((view) => [view.question.id, [...view.faults]])),
    valid: engine.valid(),
    strays: [...engine.strays],
    typedKept: Object.keys(engine.draft().answers),
  }
  for (const [what, expected] of Object.entries(then)) {
    expect(actual[what as keyof Then], what).toEqual(expected)
  }
}

describe('spec/forms.json', () => {
  test.each(spec.evaluate.map((one) => [one.name, one] as const))('%s', (_, one) => compare(open(one), one.then))

  test.each(spec.steps.map((one) => [one.name, one] as const))('step by step: %s', (_, one) => {
    const engine = open(one)
    for (const step of one.steps) {
      Object.entries(step.set ?? {}).forEach(([id, value]) => engine.setAnswer(id, value))
      if (step.clear) {
        engine.clear(step.clear)
      }
      if (step.cell) {
        engine.setCell(...step.cell)
      }
      if (step.addRow) {
        engine.addRow(...step.addRow)
      }
      if (step.removeRow) {
        engine.removeRow(...step.removeRow)
      }
      if (step.confirm ?? step.unconfirm) {
        engine.confirm((step.confirm ?? step.unconfirm)!, step.confirm !== undefined)
      }
      if (step.notKnown ?? step.answerable) {
        engine.leave((step.notKnown ?? step.answerable)!, step.notKnown !== undefined)
      }
      compare(engine, step.then)
      const { answers, confirmed, notKnown } = engine.draft()
      compare(open({ ...one, typed: answers, confirmed, ...(notKnown && { notKnown }) }), step.then)
    }
  })

  test.each(spec.refuse.filter((one) => one.faults[0]?.code === 'form-cycle').map((one) => [one.name, one] as const))('%s', (_, one) => {
    expect(() => createForm(one.when, { day: spec.day })).toThrow(`cycle: ${one.faults[0]!.args[0]}`)
  })
})

test('a submission holds typed answers and confirmations of relevant questions only', () => {
  const engine = createForm(spec.forms.held!, {
    day: spec.day,
    states: { mobile: { state: 'heldOld', value: '13812345678' }, alone: { state: 'held', value: true }, sex: { state: 'derived', value: '2' } },
    typed: { contact: '女儿', consent: true },
    confirmed: ['mobile'],
  })
  expect(engine.submission()).toEqual({ answers: { contact: '女儿', consent: true }, confirmed: ['mobile'] })
  engine.setAnswer('alone', false)
  expect(engine.submission()).toEqual({ answers: { alone: false, consent: true }, confirmed: ['mobile'] })
  engine.setAnswer('mobile', '13987654321')
  expect(engine.submission()).toEqual({ answers: { alone: false, mobile: '13987654321', consent: true }, confirmed: [] })
  expect(engine.draft()).toEqual({ answers: { contact: '女儿', consent: true, alone: false, mobile: '13987654321' }, confirmed: ['mobile'] })
  expect(engine.left().map((view) => view.question.id)).toEqual(['height'])
})

test('a view is the same object until something in it changes', () => {
  const engine = createForm(spec.forms.vaccination!, { day: spec.day })
  const before = engine.view()
  engine.setAnswer('note', '…')
  const after = engine.view()
  expect(after.filter((view, i) => view !== before[i]).map((view) => view.question.id)).toEqual(['note'])
})

test('a submission holds no hidden rows, no hidden cells and nothing calculated', () => {
  const engine = createForm(spec.forms.rows!, {
    day: spec.day,
    typed: { members: [{ id: 'a', cells: { name: '甲', born: '2016-01-01', school: '一小', permit: 'x', income: '5', age: 3 } }] },
  })
  expect(engine.submission().answers).toEqual({ members: [{ id: 'a', cells: { name: '甲', born: '2016-01-01', school: '一小' } }] })
  const counted = createForm(spec.forms.counted!, { day: spec.day, typed: { n: 1, children: [{ id: 'x', cells: { name: '甲' } }, { id: 'y', cells: { name: '乙' } }] } })
  expect(counted.submission().answers).toEqual({ n: 1, children: [{ id: 'x', cells: { name: '甲' } }] })
})

test('only the row that changed, and what follows from it, has a new view', () => {
  const rows = Array.from({ length: 200 }, (_, i) => ({ id: `r${i}`, cells: { income: '1' } }))
  const engine = createForm(spec.forms.sums!, { day: spec.day, typed: { wage: '1', rows } })
  const before = engine.view()
  engine.setCell('rows', 'r7', 'income', '2')
  const after = engine.view()
  expect(after.filter((view, i) => view !== before[i]).map((view) => view.question.id)).toEqual(['rows', 'total', 'most'])
  const table = before.findIndex((view) => view.question.id === 'rows')
  expect(after[table]!.rows!.filter((row, i) => row !== before[table]!.rows![i]).map((row) => row.id)).toEqual(['r7'])
})

test('a cell that the table has not is a mistake of the caller', () => {
  const engine = createForm(spec.forms.rows!, { day: spec.day, typed: { members: [{ id: 'a', cells: {} }] } })
  expect(() => engine.setCell('members', 'b', 'name', 'x')).toThrow('no cell b/name')
  expect(() => engine.setCell('members', 'a', 'constructor', 'x')).toThrow('no cell a/constructor')
  expect(() => engine.setCell('note', 'a', 'name', 'x')).toThrow('no table note')
})

test('a question that the form has not is a mistake of the caller', () => {
  const engine = createForm(spec.forms.vaccination!, { day: spec.day })
  expect(() => engine.setAnswer('constructor', 1)).toThrow('no question constructor')
})

test('500 questions react to one answer within a few milliseconds', () => {
  const questions = [
    { id: 'q0', kind: 'integer' as const, required: true },
    ...Array.from({ length: 499 }, (_, i) => ({
      id: `q${i + 1}`,
      kind: 'integer' as const,
      required: true,
      visible: { answer: i % 5 === 0 ? 'q0' : `q${i}`, op: '>', value: 0 },
      constraints: [{ criterion: { answer: 'q0', op: '<', value: 100 } }],
    })),
  ]
  const engine = createForm({ pages: [{ questions }] }, { day: spec.day, typed: Object.fromEntries(questions.map((q) => [q.id, 1])) })
  const times = Array.from({ length: 21 }, (_, i) => {
    const start = performance.now()
    engine.setAnswer('q0', i % 2)
    engine.view()
    return performance.now() - start
  })
  expect(engine.view().filter((view) => view.relevant)).toHaveLength(1)
  expect(Math.min(...times)).toBeLessThan(10)
})

test('a value that the server keeps to itself answers the question and decides nothing', () => {
  const definition = {
    pages: [
      {
        questions: [
          { id: 'phone', kind: 'phone' as const, required: true },
          { id: 'old', kind: 'phone' as const, required: true },
          { id: 'why', kind: 'text' as const, required: true, visible: { answer: 'phone', op: '=', value: '19900000001' } },
          { id: 'when', kind: 'text' as const, required: false, visible: { answer: 'phone', op: 'known' } },
        ],
      },
    ],
  }
  const engine = createForm(definition, { day: '2026-11-23', states: { phone: { state: 'held' }, old: { state: 'heldOld' } } })
  expect(engine.toAsk().map((view) => view.question.id)).toEqual(['old', 'when'])
  expect(engine.question('phone')).toMatchObject({ state: 'held', asked: false, value: undefined, faults: [] })
  expect(engine.question('why').relevant).toBe(false)
  expect(engine.question('old').faults).toEqual([{ code: 'answer-confirm', args: [] }])
  engine.confirm('old')
  expect(engine.valid()).toBe(true)
  expect(engine.submission()).toEqual({ answers: {}, confirmed: ['old'] })
  engine.setAnswer('phone', '19900000001')
  expect(engine.question('why').relevant).toBe(true)
  engine.setAnswer('phone', null)
  expect(engine.question('when').relevant).toBe(false)
  expect(engine.question('phone').faults).toEqual([{ code: 'answer-required', args: [] }])
  engine.clear('phone')
  expect(engine.question('when').relevant).toBe(true)
  expect(engine.valid()).toBe(true)
})
