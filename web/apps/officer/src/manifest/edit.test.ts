import { describe, expect, it } from 'vitest'
import { addComponent, dependants, freeId, insertQuestion, moveQuestion, questionId, questionsBefore, questionsOf, removable, removePage, stepQuestion } from './edit'
import type { FormComponent, Manifest, Question } from './types'

const EMPTY: Manifest = { manifest: 1, title: { zh: '' }, department: 'health', purpose: { zh: '', basis: '' }, components: [] }
const question = (id: string, more: Partial<Question> = {}): Question => ({ id, label: { zh: id }, kind: 'text', required: true, ...more })
const twoPages = (): FormComponent => ({
  id: 'ask', kind: 'form', audience: 'who', title: { zh: '表' },
  pages: [{ id: 'p1', title: { zh: '一' }, questions: [question('a'), question('b')] }, { id: 'p2', title: { zh: '二' }, questions: [question('c')] }],
})
const order = (form: FormComponent) => form.pages.map(page => page.questions.map(q => q.id).join('')).join('|')

describe('questions of a form', () => {
  it('step within a page and over its edge', () => {
    const form = twoPages()
    stepQuestion(form, 'a', 1)
    expect(order(form)).toBe('ba|c')
    stepQuestion(form, 'a', 1)
    expect(order(form)).toBe('b|ac')
    stepQuestion(form, 'a', -1)
    expect(order(form)).toBe('ba|c')
    expect(stepQuestion(form, 'b', -1)).toBe(false)
  })

  it.each([['a', 'p1', 2, 'ba|c'], ['b', 'p1', 0, 'ba|c'], ['a', 'p2', 1, 'b|ca'], ['c', 'p1', 1, 'acb|']])('%s is dropped on %s at %i', (id, page, at, after) => {
    const form = twoPages()
    expect(moveQuestion(form, id, page, at)).toBe(true)
    expect(order(form)).toBe(after)
  })

  it('dropped where it was stays', () => {
    const form = twoPages()
    expect(moveQuestion(form, 'a', 'p1', 1)).toBe(false)
    expect(order(form)).toBe('ab|c')
  })

  it('are put behind the one being edited', () => {
    const form = twoPages()
    insertQuestion(form, question('x'), 'a')
    insertQuestion(form, question('y'))
    expect(order(form)).toBe('axb|cy')
  })

  it('are not lost with their page', () => {
    const form = twoPages()
    removePage(form, 'p1')
    expect(order(form)).toBe('abc')
    removePage(form, 'p2')
    expect(questionsOf(form)).toHaveLength(3)
  })

  it('know what comes before and what depends on them', () => {
    const form = twoPages()
    form.pages[1]!.questions[0]!.visible = { answer: 'a', op: '=', value: true }
    expect(questionsBefore(form, 'c').map(q => q.id)).toEqual(['a', 'b'])
    expect(dependants(form, 'a').map(q => q.id)).toEqual(['c'])
    expect(dependants(form, 'b')).toEqual([])
  })
})

describe('ids', () => {
  it('are free, and speak of the element', () => {
    const manifest: Manifest = { ...EMPTY, components: [twoPages()] }
    expect(freeId('q', ['q1', 'q3'])).toBe('q2')
    expect(questionId(manifest, 'person.mobile')).toBe('mobile')
    expect(questionId(manifest, 'guardian/person.a')).toBe('a1')
    expect(questionId(manifest)).toBe('q1')
  })
})

describe('components', () => {
  it('refer to the audience and the form that are there', () => {
    const manifest: Manifest = { ...EMPTY, components: [{ id: 'who', kind: 'audience', relation: 'resides-in', criterion: { all: [] } }] }
    const form = addComponent(manifest, 'form')
    const board = addComponent(manifest, 'board')
    expect(form).toMatchObject({ kind: 'form', audience: 'who' })
    expect(board).toMatchObject({ kind: 'board', form: form.id })
  })

  it('stay while another one needs them', () => {
    const manifest: Manifest = { ...EMPTY, components: [{ id: 'who', kind: 'audience', relation: 'resides-in', criterion: { all: [] } }] }
    expect(removable(manifest, 'who')).toBe(true)
    addComponent(manifest, 'notice')
    expect(removable(manifest, 'who')).toBe(false)
  })
})
