import { ref } from 'vue'
import { describe, expect, it } from 'vitest'
import type { FilledForm, Question } from '@hutong/api'
import { useFilling } from './filling'

const number = (id: string, more: Partial<Question> = {}): Question => ({ id, kind: 'integer', label: { zh: id, en: id }, required: false, ...more }) as Question
const numbers = (count: number, more: (i: number) => Partial<Question> = () => ({})): Question[] => Array.from({ length: count }, (_, i) => number(`q${i}`, more(i)))

function opened(questions: Question[], states: FilledForm['states'] = {}): FilledForm {
  return { version: 1, day: '2026-03-05', states, codeLists: {}, definition: { pages: [{ id: 'p', title: { zh: '题', en: 'Topic' }, questions }] } } as unknown as FilledForm
}

const topics = (filling: ReturnType<typeof useFilling>) => filling.steps.value.filter(({ kind }) => kind === 'topic').map(({ id, part, items }) => ({ id, part, of: items.map(({ question }) => question.id) }))

describe('a topic', () => {
  it('is asked at once as long as it is short', () => {
    expect(topics(useFilling(opened(numbers(20)), undefined, ref(false)))).toEqual([{ id: 'p', part: undefined, of: numbers(20).map(({ id }) => id) }])
  })

  it('is asked in parts of like size when it is long', () => {
    const asked = topics(useFilling(opened(numbers(45)), undefined, ref(false)))
    expect(asked.map(({ id, part, of }) => [id, part, of.length])).toEqual([
      ['p', { at: 1, of: 3 }, 15],
      ['p.2', { at: 2, of: 3 }, 15],
      ['p.3', { at: 3, of: 3 }, 15],
    ])
    expect(asked.flatMap(({ of }) => of)).toEqual(numbers(45).map(({ id }) => id))
  })

  it('counts a table for ten questions', () => {
    const table = number('rows', { kind: 'table', columns: [number('a')] })
    const asked = topics(useFilling(opened([...numbers(12), table]), undefined, ref(false)))
    expect(asked.map(({ of }) => of.length)).toEqual([11, 2])
  })

  it('does not count what is known', () => {
    const states = Object.fromEntries(numbers(30).map(({ id }) => [id, { state: 'held', value: 1 }])) as unknown as FilledForm['states']
    expect(topics(useFilling(opened(numbers(45), states), undefined, ref(false))).map(({ of }) => of.length)).toEqual([15])
  })

  it('leaves every question in its part while others come and go', () => {
    const hiding = numbers(45, (i) => (i > 0 && i < 30 ? { visible: { answer: 'q0', op: '=', value: 1 } } : {}))
    const filling = useFilling(opened(hiding), undefined, ref(false))
    const partOf = (id: string) => topics(filling).find(({ of }) => of.includes(id))?.id
    const before = [partOf('q0'), partOf('q40')]
    filling.answer('q0', 1)
    expect(partOf('q20')).toBe('p.2')
    expect([partOf('q0'), partOf('q40')]).toEqual(before)
  })

  it('is one question a page in large print, however long', () => {
    expect(topics(useFilling(opened(numbers(45)), undefined, ref(true))).every(({ part, of }) => part === undefined && of.length === 1)).toBe(true)
  })
})
