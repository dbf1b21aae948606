import { mount } from '@vue/test-utils'
import { describe, expect, it } from 'vitest'
import { createHutongI18n } from '@hutong/ui'
import type { QuestionNumbers } from '../api/types'
import { en } from '../i18n/en'
import { zh } from '../i18n/zh'
import EffortSentence from './EffortSentence.vue'

const question = (id: string, held: number, unknown: number): QuestionNumbers =>
  ({ form: 'ask', id, label: { zh: id, en: '' }, everyTime: false, held, heldOld: 0, contested: 0, derived: 0, unknown, alsoAskedBy: [] })

function say(lang: 'zh' | 'en', population: number, questions: QuestionNumbers[], heldQuestions: number, conditional = false) {
  document.cookie = `hutong_lang=${lang}`
  const onceOnly = { withoutPhone: 0, population, looked: population, questions, heldQuestions, heldFor: 0, heldShare: 0 }
  return mount(EffortSentence, { props: { onceOnly, conditional }, global: { plugins: [createHutongI18n({ zh, en })] } }).text()
}

describe('what publishing costs, in a sentence', () => {
  const some = [question('a', 1200, 34), question('b', 0, 1234), question('c', 617, 617)]

  it('says whom, how much and what is not asked again', () => {
    expect(say('zh', 1234, some, 2)).toBe('将联系 1,234 人，平均每人只需回答 1.5 个问题，约 1 分钟；2 个问题多数人已有数据，不再问。')
    expect(say('en', 1234, some, 2)).toBe('1,234 people will be contacted, answering 1.5 questions on average, about 1 min; 2 questions are on file for most of them and are not asked again.')
  })

  it('has singulars', () => {
    expect(say('en', 1, [question('a', 0, 1), question('b', 1, 0)], 1)).toBe('1 person will be contacted, answering 1 question on average, about 1 min; 1 question is on file for most of them and is not asked again.')
  })

  it('does not promise less than is asked where questions depend on answers, and leaves out what is not', () => {
    expect(say('zh', 10, [question('a', 0, 10)], 0, true)).toBe('将联系 10 人，平均每人最多回答 1 个问题，约 1 分钟。')
  })

  it('says just that when nothing new is asked', () => {
    expect(say('zh', 10, [question('a', 10, 0)], 1)).toBe('将联系 10 人，没有新的问题要问：需要的数据都已有。')
    expect(say('en', 10, [question('a', 10, 0)], 1)).toBe('10 people will be contacted. There is nothing new to ask: everything needed is on file.')
    expect(say('zh', 10, [], 0)).toBe('将联系 10 人，不问任何问题。')
  })
})
