// @vitest-environment node
import { expect, test } from 'vitest'
import { createForm } from './index.ts'

const form = {
  pages: [
    {
      questions: [
        { id: 'which', kind: 'text' as const, required: true, visible: { answer: 'any', op: '=', value: true } },
        { id: 'any', kind: 'yesNo' as const, required: true },
      ],
    },
  ],
}

test('hiding keeps what was typed and showing returns it', () => {
  const engine = createForm(form, { day: '2026-11-23', typed: { any: true, which: '花粉' } })
  engine.setAnswer('any', false)
  expect(engine.effective()).toEqual({ any: false })
  expect(engine.valid()).toBe(true)
  engine.setAnswer('any', true)
  expect(engine.effective()).toEqual({ any: true, which: '花粉' })
  engine.clear('which')
  expect(engine.question('which').faults).toEqual([{ code: 'answer-required', args: [] }])
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
  const engine = createForm({ pages: [{ questions }] }, { day: '2026-11-23', typed: Object.fromEntries(questions.map((q) => [q.id, 1])) })
  engine.setAnswer('q0', 2)
  const times = Array.from({ length: 20 }, (_, i) => {
    const start = performance.now()
    engine.setAnswer('q0', i % 2)
    engine.view()
    return performance.now() - start
  }).sort((a, b) => a - b)
  expect(engine.view().filter((view) => view.relevant)).toHaveLength(500)
  expect(times[0]).toBeLessThan(10)
})
